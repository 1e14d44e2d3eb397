"""Commands: flask --app webapp <command>."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, date, datetime

import click
from flask import Flask
from flask.cli import with_appcontext

from webapp import journal, second_wall
from webapp.accounts.addresses import forget_old
from webapp.accounts.codes.taking_off import take_codes_off
from webapp.accounts.erase import erase, erase_the_rest
from webapp.accounts.keys import rotate_keys as wrap_again
from webapp.accounts.mailing import Letter
from webapp.accounts.models import people, person
from webapp.accounts.sign_ins import forget_over
from webapp.accounts.unused import end_unused, forget_unconfirmed
from webapp.extensions import db
from webapp.journal import Event
from webapp.library import alarm_card, place, question
from webapp.library.article import Article, ContentError
from webapp.library.check import blocks, readability, warnings
from webapp.library.check import faults as faults_of
from webapp.library.glossary import read_glossary
from webapp.library.reading import sentences, words
from webapp.library.shelf import LANGUAGES, read_shelf
from webapp.sync.purge import Purged, erase_withdrawn
from webapp.sync.purge import purge as purge_diary
from webapp.tips import check as tips
from webapp.tips.tip import catalogue
from webapp.tracker.counter import begin_epoch, diaries
from webapp.vault import Unsealable


def init_app(app: Flask) -> None:
    """Give the app its commands."""
    app.cli.add_command(seed_demo)
    app.cli.add_command(check_content)
    app.cli.add_command(purge)
    app.cli.add_command(new_epoch)
    app.cli.add_command(erase_account)
    app.cli.add_command(remove_codes)
    app.cli.add_command(rotate_keys)
    app.cli.add_command(database_role)


@click.command("seed-demo")
@with_appcontext
def seed_demo() -> None:
    """Make a made-up person with 120 days of diary, and say how to sign in."""
    from webapp.demo import DEMO_EMAIL, DEMO_PASSWORD, seed

    click.echo(f"{seed()} entries. Sign in as {DEMO_EMAIL} with the password: {DEMO_PASSWORD}")


@click.command("check-content")
@with_appcontext
def check_content() -> None:
    """Check what the library says: a table of all articles, then a line for each fault."""
    try:
        shelf = read_shelf()
        around = [
            *question.faults(question.read_groups(), shelf.articles),
            *place.faults(place.read_places(), shelf.articles),
            *read_glossary().faults(shelf),
            *tips.faults(catalogue(), shelf),
        ]
    except ContentError as error:
        raise click.ClickException(str(error)) from error
    articles = [article for lang in LANGUAGES for article in shelf.in_order(lang)]
    click.echo(f"{'file':<44}{'words':>6}{'longest':>9}{'ease':>6}  grade  reviewed")
    for article in articles:
        click.echo(_row(article))
    for warning in (text for article in articles for text in warnings(article, _today())):
        click.echo(f"warning: {warning}")
    faults = [*shelf.faults(), *(text for article in articles for text in faults_of(article))]
    faults += [*around, *alarm_card.faults()]
    for fault in faults:
        click.echo(fault)
    if faults:
        raise click.ClickException(f"{len(faults)} faults in the library")


@click.command("purge")
@with_appcontext
def purge() -> None:
    """Forget what is too old to be needed: run it once a day."""
    if not logging.getLogger().handlers:
        journal.to_standard_error()
    now = datetime.now(UTC)
    for limit, count in _purged(now):
        click.echo(f"{count:>7}  {limit.replace('_', ' ')}")
        journal.write(Event.PURGED, limit=limit, count=count)


def _purged(now: datetime) -> Iterator[tuple[str, int]]:
    """What went, by the name of its limit; each is kept before the next begins."""
    yield "accounts_erased_again", erase_the_rest()
    yield "sign_ins_that_were_over", forget_over(now)
    yield "links_to_another_address_that_were_too_old", forget_old(now)
    yield "accounts_never_confirmed", forget_unconfirmed(now)
    db.session.commit()
    total = Purged(0, 0, 0)
    for user_id in diaries():
        gone = purge_diary(user_id, now)
        db.session.commit()  # one diary at a time: nobody waits for all of them
        total = Purged(*map(sum, zip(total, gone, strict=True)))
    yield "diaries_whose_consent_was_withdrawn", erase_withdrawn(now)
    yield "answered_changes", total.operations
    yield "traces_of_deleted_entries", total.tombstones
    yield "earlier_values", total.earlier
    done = end_unused(now)
    yield "unused_accounts_warned", done.warned
    yield "unused_accounts_not_reached_by_mail", done.unreached
    yield "unused_accounts_whose_address_is_gone", done.refused
    yield "unused_accounts_erased", done.erased


@click.command("new-epoch")
@with_appcontext
def new_epoch() -> None:
    """Say that the database was set back: devices then bring again what it lacks.

    Run it once after a backup was put back, before the app starts.
    """
    now = datetime.now(UTC)
    again = erase_the_rest()
    everybody = people()
    for user_id in everybody:
        begin_epoch(user_id, now)
    db.session.commit()
    click.echo(f"{len(everybody)} diaries begin a new epoch. Devices bring what was lost.")
    if again:
        click.echo(f"{again} accounts that had been erased are erased again.")


@click.command("erase-account")
@click.argument("address")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_appcontext
def erase_account(address: str, yes: bool) -> None:
    """Erase the account of ADDRESS for good, with its diary."""
    found = person(address)
    if found is None:
        raise click.ClickException("nobody has an account with this address")
    if not yes:
        click.confirm("The account and its diary go for good. Erase them?", abort=True)
    erase(found.id)
    click.echo("The account is erased. Devices hear of it and empty themselves.")


@click.command("remove-codes")
@click.argument("address_or_name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_appcontext
def remove_codes(address_or_name: str, yes: bool) -> None:
    """Take the one-time codes and recovery codes of ADDRESS_OR_NAME off.

    For somebody who lost both. A mail is no proof of who asks: docs/security.md says what is.
    """
    found = person(address_or_name)
    if found is None:
        raise click.ClickException("nobody has an account with this address or name")
    if not yes:
        click.confirm("Their password alone lets in then. Are you sure who asks?", abort=True)
    try:
        taken = take_codes_off(found)
    except LookupError:
        raise click.ClickException("this account has no one-time codes: nothing was done") from None
    click.echo("One-time codes are off. The password is enough again.")
    click.echo(f"{taken.recovery_codes} recovery codes work no more.")
    click.echo(f"{taken.sign_ins} browsers are signed out. What they did not send yet stays there.")
    click.echo(_told_by(taken.letter))


def _told_by(letter: Letter | None) -> str:
    if letter is None:
        return "There is no address: tell them yourself."
    try:
        letter.send_now()
    except OSError as trouble:
        journal.write(Event.MAIL_FAILED, trouble=type(trouble).__name__)
        return "The mail that tells of it could not be sent: tell them yourself."
    return "A mail tells them."


@click.command("rotate-keys")
@with_appcontext
def rotate_keys() -> None:
    """Wrap every person's key with VAULT_KEY; those of VAULT_KEYS_OLD are needless after that.

    The service runs on meanwhile. Stop it when you like, and run it again.
    """
    done = 0
    try:
        for some in wrap_again():
            done += some
            click.echo(f"{done} keys wrapped anew")
    except Unsealable as error:
        raise click.ClickException(
            f"After {done} keys one was found that no key here wrapped: name it in VAULT_KEYS_OLD."
        ) from error
    click.echo("Every key is wrapped by VAULT_KEY now. Take VAULT_KEYS_OLD away and restart.")


@click.command("database-role")
@click.argument("name")
def database_role(name: str) -> None:
    """Print the SQL that makes the role NAME for the app: it may change rows, and no tables.

    Give it to psql as the owner of the tables; set a password there.
    """
    click.echo(second_wall.role(name), nl=False)


def _row(article: Article) -> str:
    said = [sentence for block in blocks(article) for sentence in sentences(block.text)]
    count = sum(len(words(sentence)) for sentence in said)
    longest = max((len(words(sentence)) for sentence in said), default=0)
    figures = f"{count:>6}{longest:>9}{readability(article):>6.0f}"
    return f"{article.id} {article.file:<40}{figures}  {article.grade:<5}  {article.reviewed}"


def _today() -> date:
    return datetime.now(UTC).date()
