"""Commands: flask --app webapp <command>."""

from __future__ import annotations

from datetime import UTC, date, datetime

import click
from flask import Flask
from flask.cli import with_appcontext

from webapp.library.article import Article, ContentError
from webapp.library.check import blocks, readability, warnings
from webapp.library.check import faults as faults_of
from webapp.library.reading import sentences, words
from webapp.library.shelf import LANGUAGES, read_shelf


def init_app(app: Flask) -> None:
    """Give the app its commands."""
    app.cli.add_command(seed_demo)
    app.cli.add_command(check_content)


@click.command("seed-demo")
@with_appcontext
def seed_demo() -> None:
    """Make a made-up person with 120 days of diary, and say how to sign in."""
    from webapp.demo import DEMO_EMAIL, DEMO_PASSWORD, seed

    click.echo(f"{seed()} entries. Sign in as {DEMO_EMAIL} with the password: {DEMO_PASSWORD}")


@click.command("check-content")
def check_content() -> None:
    """Check the articles and their sources: a table of all, then a line for each fault."""
    try:
        shelf = read_shelf()
    except ContentError as error:
        raise click.ClickException(str(error)) from error
    articles = [article for lang in LANGUAGES for article in shelf.in_order(lang)]
    click.echo(f"{'file':<44}{'words':>6}{'longest':>9}{'ease':>6}  grade  reviewed")
    for article in articles:
        click.echo(_row(article))
    for warning in (text for article in articles for text in warnings(article, _today())):
        click.echo(f"warning: {warning}")
    faults = [*shelf.faults(), *(text for article in articles for text in faults_of(article))]
    for fault in faults:
        click.echo(fault)
    if faults:
        raise click.ClickException(f"{len(faults)} faults in the library")


def _row(article: Article) -> str:
    said = [sentence for block in blocks(article) for sentence in sentences(block.text)]
    count = sum(len(words(sentence)) for sentence in said)
    longest = max((len(words(sentence)) for sentence in said), default=0)
    figures = f"{count:>6}{longest:>9}{readability(article):>6.0f}"
    return f"{article.id} {article.file:<40}{figures}  {article.grade:<5}  {article.reviewed}"


def _today() -> date:
    return datetime.now(UTC).date()
