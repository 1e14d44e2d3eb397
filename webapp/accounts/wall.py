"""Flask-Security as Rugwijs uses it: its settings, its words, and who carries the session."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from flask import Flask, Request, Response
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_security import RoleMixin, SQLAlchemyUserDatastore
from flask_security.utils import aware_utcnow

from webapp.accounts import hashing, signed_in
from webapp.accounts.models import User
from webapp.accounts.sign_ins import LONGEST
from webapp.extensions import db, security

SHORTEST_PASSWORD = 15  # as NIST advises where a password is all that is asked
CONFIRM_WITHIN = timedelta(days=2)
RESET_WITHIN = timedelta(hours=4)


def N_(text: str) -> str:  # noqa: N802 - the name that the collector of texts looks for
    """Mark a text for translation; Flask-Security translates it when it is shown."""
    return text


# argon2id as OWASP advises it; any other hash, and any weaker one, is renewed at sign-in.
HASHING = {
    "argon2__type": "ID",
    "argon2__memory_cost": 19456,
    "argon2__time_cost": 2,
    "argon2__parallelism": 1,
}
SETTINGS = {
    "SECURITY_CONFIRMABLE": True,
    "SECURITY_RECOVERABLE": True,
    "SECURITY_REGISTERABLE": True,
    "SECURITY_CONFIRM_EMAIL_WITHIN": CONFIRM_WITHIN,
    "SECURITY_RESET_PASSWORD_WITHIN": RESET_WITHIN,
    "SECURITY_RETURN_GENERIC_RESPONSES": True,
    "SECURITY_DATETIME_FACTORY": aware_utcnow,
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},  # the mail itself is the test
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_SCHEMES": ["argon2", "pbkdf2_sha512", "pbkdf2_sha256"],
    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": HASHING,
    # Without a second secret: one that is lost or renewed would lock everybody out.
    "SECURITY_PASSWORD_SINGLE_HASH": True,
    "SECURITY_PASSWORD_LENGTH_MIN": SHORTEST_PASSWORD,
    # Hashes inside signed links. The slow default shows by its time which addresses exist.
    "SECURITY_HASHING_SCHEMES": ["hex_sha256"],
    "SECURITY_DEFAULT_REMEMBER_ME": False,
    "SECURITY_FLASH_MESSAGES": False,
    # The pages say what happened and mailing.py writes the mails, both in the person's language.
    "SECURITY_SEND_PASSWORD_RESET_NOTICE_EMAIL": False,
    "SECURITY_CLI_USERS_NAME": None,
    "SECURITY_CLI_ROLES_NAME": None,
    "SECURITY_I18N_DOMAIN": "messages",
    # A phone changes its network address all day; the session does not hang on it.
    "SESSION_PROTECTION": None,
    # The cookie stays for as long as a sign-in can last; whether it does, the server decides.
    "PERMANENT_SESSION_LIFETIME": LONGEST,
    "SESSION_REFRESH_EACH_REQUEST": False,
}

WORDS = {
    "EMAIL_NOT_PROVIDED": N_("Fill in your e-mail address."),
    "INVALID_EMAIL_ADDRESS": N_("This is not an e-mail address. It looks like name@example.com."),
    "PASSWORD_NOT_PROVIDED": N_("Fill in a password."),
    "PASSWORD_INVALID_LENGTH": N_("Use at least %(length)s characters, and at most 128."),
    "API_ERROR": N_("We could not read this. Fill it in again."),
}


SIGNED_WITH = hashlib.sha256  # what both Flask and its extensions leave at SHA-1


class Sessions(SecureCookieSessionInterface):
    """Keeps the cookie to answers that nobody may store: what may be cached carries none."""

    digest_method = staticmethod(SIGNED_WITH)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Write a changed session, with answers marked no-store."""
        if response.cache_control.no_store:
            super().save_session(app, session, response)


def init_app(app: Flask) -> None:
    """Bind Flask-Security without its pages and routes: ours are thin views over its forms."""
    app.config.from_mapping(SETTINGS)
    app.config["SECURITY_I18N_DIRNAME"] = [app.config["BABEL_TRANSLATION_DIRECTORIES"]]
    for key, words in WORDS.items():
        app.config[f"SECURITY_MSG_{key}"] = (words, "error")
    people = SQLAlchemyUserDatastore(db, User, RoleMixin)  # there is no table of roles
    security.init_app(app, people, register_blueprint=False)
    _sign_links_as_we_do(app)
    hashing.init_app(app)
    app.session_interface = Sessions()
    security.login_manager.request_loader(_nobody)
    signed_in.init_app(app)
    # Flask-Principal loads the person at every request, for roles that we do not have. Public
    # pages must not even ask who is there.
    app.before_request_funcs[None].remove(security.principal._on_before_request)


def _sign_links_as_we_do(app: Flask) -> None:
    # The last of these keys signs. Flask-Security puts the newest one first, and so would go on
    # signing the links in mails with a key that was put away.
    keys = [*app.config["SECRET_KEY_FALLBACKS"], app.config["SECRET_KEY"]]
    for name, made in vars(security).items():
        if name.endswith("_serializer"):
            made.secret_keys = [key.encode() for key in keys]
            made.signer_kwargs = {"digest_method": SIGNED_WITH}


def _nobody(_request: Request) -> None:
    """Without a session there is nobody: no token in a header or an address signs in."""
