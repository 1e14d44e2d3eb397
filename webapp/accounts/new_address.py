"""Another e-mail address: asked while signed in, confirmed by a link to it, put back by another.

Nobody learns whether an address has an account: what is asked is kept and answered alike, and the
owner of an address that is taken gets another mail than whoever asks for a free one.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe

from flask import flash, redirect, request
from flask_babel import gettext
from flask_login import current_user
from flask_security import hash_password
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response

from webapp import journal, languages, pages
from webapp.accounts import addresses, mailing
from webapp.accounts.addresses import Change
from webapp.accounts.by_mail import blueprint
from webapp.accounts.codes.models import end_codes_since
from webapp.accounts.erase import gone
from webapp.accounts.forms import NewAddressForm
from webapp.accounts.limits import know_device, mail_often, my_mail_often, often
from webapp.accounts.mailing import Letter
from webapp.accounts.models import User, person
from webapp.accounts.passkeys.models import remove_passkeys
from webapp.accounts.passwords import set_password
from webapp.accounts.replies import dead_link, page, posted
from webapp.accounts.sign_ins import end_all
from webapp.accounts.signed_in import here_of, stay_signed_in
from webapp.extensions import db, security
from webapp.journal import Event
from webapp.turns import begin_writing, reads_first

A_DAY = timedelta(days=1)  # before the change: who prepared it may have made codes first


@languages.route(blueprint, "change_address", methods=["GET", "POST"])
@often
@mail_often
@my_mail_often
@reads_first
def change_address(lang: str) -> Response:
    """Ask for another address; nothing changes before its link is opened."""
    form = NewAddressForm()
    form.user = current_user
    template = "accounts/change_address.html"
    if request.method != "POST" or not form.validate():
        return page(template, lang, form)
    user_id, address, token = current_user.id, form.email.data, addresses.new_token()
    letter, notice = _asking(address, token), mailing.address_asked(current_user)

    def keep() -> None:
        begin_writing()
        if db.session.get(User, user_id, with_for_update=True) is None:
            raise gone()
        addresses.ask(user_id, address, token, datetime.now(UTC))
        db.session.commit()
        notice.send()

    return posted(letter, template, lang, form, keep, to="accounts.account")


@languages.route(blueprint, "new_address", methods=["GET", "POST"])
@often
@reads_first
def new_address(lang: str, token: str) -> Response:
    """Use another address by the link from a mail, with a button: a GET changes nothing."""
    change = addresses.asked(token, datetime.now(UTC))
    if change is None:
        return _dead(lang)
    if request.method != "POST":
        return pages.personal("accounts/new_address.html", lang, change=change)
    return _put_back(lang, token, change) if change.back else _use(lang, token, change)


def _asking(address: str, token: str) -> Letter:
    owner = person(address)
    if owner and owner.confirmed_at:
        return mailing.address_taken(owner)
    return mailing.new_address(current_user, address, token)


def _use(lang: str, token: str, change: Change) -> Response:
    own = here_of(change.user_id)
    user, before = _moved(token)
    if user is None:
        return _dead(lang)
    security.datastore.set_uniquifier(user)  # links that went to the address before are dead
    end_all(user.id, but=own)
    if own:
        stay_signed_in(user)
    back = addresses.new_token()
    if before:
        addresses.ask(user.id, before, back, datetime.now(UTC), back=True)
    notice, address = mailing.address_changed(user, before, back), change.address
    db.session.commit()
    journal.write(Event.ADDRESS_CHANGED, person=change.user_id)
    notice.send()
    flash(gettext("This is your e-mail address now: %(email)s.", email=address))
    to = "accounts.account" if own else "accounts.sign_in"
    return know_device(redirect(languages.url(to, lang), 303), address)


def _put_back(lang: str, token: str, change: Change) -> Response:
    """Whoever asked for another address could sign in: whatever way in they had or made ends.

    Codes from before stay: a link in a mail alone gets nobody past a second step.
    """
    hashed = hash_password(token_urlsafe())
    user, _ = _moved(token)
    if user is None:
        return _dead(lang)
    set_password(user, hashed)
    addresses.forget_all(user.id)
    remove_passkeys(user.id)
    end_codes_since(user.id, change.asked_at - A_DAY)
    letter, user_id = mailing.reset(user), user.id
    db.session.commit()
    journal.write(Event.ADDRESS_CHANGED, person=user_id)
    letter.send()
    return redirect(languages.url("accounts.check_mail", lang), 303)


def _moved(token: str) -> tuple[User | None, str | None]:
    """Who has the address of this token now, and the one before; of many at once only the first."""
    begin_writing()
    change = addresses.take(token, datetime.now(UTC))
    user = change and db.session.get(User, change.user_id, with_for_update=True)
    if not change or not user or not user.active:
        return None, None
    before = user.email
    addresses.make_room(change.address)
    user.email = change.address
    try:
        db.session.flush()
    except IntegrityError:  # by now it is somebody else's
        return None, None
    return user, before


def _dead(lang: str) -> Response:
    db.session.rollback()
    return dead_link(lang, "accounts.change_address")
