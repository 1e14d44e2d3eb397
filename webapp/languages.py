"""Dutch and English, and the address of every page in each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from flask import Blueprint, has_request_context, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule

LANGUAGES = ("nl", "en")
NAMES = {"nl": "Nederlands", "en": "English"}
ZONE = ZoneInfo("Europe/Amsterdam")  # of a time on a page that no script draws

PATHS: dict[str, dict[str, str]] = {
    "pwa.home": {"nl": "/nl/", "en": "/en/"},
    "pwa.offline": {"nl": "/nl/offline", "en": "/en/offline"},
    "pwa.install": {"nl": "/nl/installeren", "en": "/en/install"},
    "pwa.manifest": {"nl": "/nl/app.webmanifest", "en": "/en/app.webmanifest"},
    "tips.today": {"nl": "/nl/vandaag", "en": "/en/today"},
    "tips.tips": {"nl": "/nl/tips", "en": "/en/tips"},
    "insights.insights": {"nl": "/nl/inzichten", "en": "/en/insights"},
    "trials.trials": {"nl": "/nl/uitproberen", "en": "/en/trials"},
    "tracker.log": {"nl": "/nl/noteren", "en": "/en/log"},
    "tracker.cramp": {"nl": "/nl/noteren/kramp", "en": "/en/log/cramp"},
    "tracker.day": {"nl": "/nl/noteren/dag", "en": "/en/log/day"},
    "tracker.diary": {"nl": "/nl/dagboek", "en": "/en/diary"},
    "tracker.look_back": {"nl": "/nl/dagboek/terugkijken", "en": "/en/diary/look-back"},
    "tracker.entries": {"nl": "/nl/dagboek/overzicht", "en": "/en/diary/overview"},
    "tracker.entry": {"nl": "/nl/dagboek/<uuid:record>", "en": "/en/diary/<uuid:record>"},
    "tracker.delete": {
        "nl": "/nl/dagboek/<uuid:record>/wissen",
        "en": "/en/diary/<uuid:record>/delete",
    },
    "tracker.put_back": {
        "nl": "/nl/dagboek/<uuid:record>/terugzetten",
        "en": "/en/diary/<uuid:record>/put-back",
    },
    "tracker.clear": {"nl": "/nl/dagboek/periode-wissen", "en": "/en/diary/delete-period"},
    "tracker.settings": {"nl": "/nl/ik/bijhouden", "en": "/en/me/keep-track"},
    "carry.take_along": {"nl": "/nl/ik/meenemen", "en": "/en/me/take-along"},
    "tracker.profile": {"nl": "/nl/ik/veilige-tips", "en": "/en/me/safe-tips"},
    "library.index": {"nl": "/nl/artikelen", "en": "/en/articles"},
    "library.show": {"nl": "/nl/artikelen/<slug>", "en": "/en/articles/<slug>"},
    "library.exercises": {"nl": "/nl/oefeningen", "en": "/en/exercises"},
    "library.exercise": {"nl": "/nl/oefeningen/<slug>", "en": "/en/exercises/<slug>"},
    "library.kept": {"nl": "/nl/bewaard", "en": "/en/kept"},
    "library.glossary": {"nl": "/nl/woordenlijst", "en": "/en/glossary"},
    "library.search": {"nl": "/nl/zoeken", "en": "/en/search"},
    "library.search_index": {"nl": "/nl/zoek.json", "en": "/en/search.json"},
    "library.questions": {"nl": "/nl/vragen", "en": "/en/questions"},
    "library.where": {"nl": "/nl/waar-voel-je-het", "en": "/en/where-do-you-feel-it"},
    "library.cramp_now": {"nl": "/nl/kramp-nu", "en": "/en/cramp-now"},
    "library.walking": {"nl": "/nl/wandelprogramma", "en": "/en/walking-programme"},
    "library.warm_cold": {"nl": "/nl/warm-en-koud", "en": "/en/heat-and-cold"},
    "library.alarm": {"nl": "/nl/alarmsignalen", "en": "/en/alarm-signs"},
    "sync.devices": {"nl": "/nl/ik/apparaten", "en": "/en/me/devices"},
    "sync.known_devices": {"nl": "/nl/ik/apparaten/lijst", "en": "/en/me/devices/list"},
    "sync.device": {
        "nl": "/nl/ik/apparaten/<uuid:device>",
        "en": "/en/me/devices/<uuid:device>",
    },
    "sync.saved": {"nl": "/nl/opgeslagen", "en": "/en/saved"},
    "accounts.me": {"nl": "/nl/ik", "en": "/en/me"},
    "accounts.privacy": {"nl": "/nl/privacy", "en": "/en/privacy"},
    "accounts.lock": {"nl": "/nl/ik/slot", "en": "/en/me/lock"},
    "accounts.without_account": {"nl": "/nl/zonder-account", "en": "/en/without-account"},
    "accounts.sign_up": {"nl": "/nl/account-maken", "en": "/en/sign-up"},
    "accounts.sign_in": {"nl": "/nl/inloggen", "en": "/en/sign-in"},
    "accounts.sign_out": {"nl": "/nl/uitloggen", "en": "/en/sign-out"},
    "accounts.check_mail": {"nl": "/nl/kijk-in-je-mail", "en": "/en/check-your-mail"},
    "accounts.passkey_sign_in": {"nl": "/nl/inloggen/passkey", "en": "/en/sign-in/passkey"},
    "accounts.sign_up_by_name": {
        "nl": "/nl/account-maken/zonder-adres",
        "en": "/en/sign-up/without-address",
    },
    "accounts.sign_up_by_passkey": {
        "nl": "/nl/account-maken/passkey",
        "en": "/en/sign-up/passkey",
    },
    "accounts.recover": {"nl": "/nl/herstellen", "en": "/en/recover"},
    "accounts.second_step": {"nl": "/nl/inloggen/code", "en": "/en/sign-in/code"},
    "accounts.one_time_codes": {"nl": "/nl/ik/eenmalige-codes", "en": "/en/me/one-time-codes"},
    "accounts.recovery_codes": {"nl": "/nl/ik/herstelcodes", "en": "/en/me/recovery-codes"},
    "accounts.passkeys": {"nl": "/nl/ik/passkeys", "en": "/en/me/passkeys"},
    "accounts.passkey": {
        "nl": "/nl/ik/passkeys/<uuid:passkey>",
        "en": "/en/me/passkeys/<uuid:passkey>",
    },
    "accounts.consent": {"nl": "/nl/ik/toestemming", "en": "/en/me/consent"},
    "accounts.sign_ins": {"nl": "/nl/ik/ingelogd", "en": "/en/me/signed-in"},
    "accounts.account": {"nl": "/nl/ik/account", "en": "/en/me/account"},
    "accounts.change_password": {"nl": "/nl/ik/wachtwoord", "en": "/en/me/password"},
    "accounts.change_address": {"nl": "/nl/ik/e-mailadres", "en": "/en/me/email-address"},
    "accounts.new_address": {
        "nl": "/nl/nieuw-adres/<token>",
        "en": "/en/new-address/<token>",
    },
    "accounts.erase_account": {"nl": "/nl/ik/account-wissen", "en": "/en/me/erase-account"},
    "accounts.erased": {"nl": "/nl/account-gewist", "en": "/en/account-erased"},
    "accounts.my_data": {"nl": "/nl/ik/mijn-gegevens", "en": "/en/me/my-data"},
    "accounts.prove": {"nl": "/nl/ik/bevestig", "en": "/en/me/confirm"},
    "accounts.confirm": {"nl": "/nl/bevestigen/<token>", "en": "/en/confirm/<token>"},
    "accounts.resend": {"nl": "/nl/bevestigen", "en": "/en/confirm"},
    "accounts.forgot": {"nl": "/nl/wachtwoord-vergeten", "en": "/en/forgot-password"},
    "accounts.reset": {
        "nl": "/nl/wachtwoord-vergeten/<token>",
        "en": "/en/forgot-password/<token>",
    },
}

# Addresses come from the table alone, so that a mail can be written outside any request.
_ADDRESSES = Map(
    [
        Rule(path, endpoint=(name, lang))
        for name, both in PATHS.items()
        for lang, path in both.items()
    ]
).bind("")

View = Callable[..., Any]


def route(blueprint: Blueprint, name: str, **options: Any) -> Callable[[View], View]:
    """Register a view under its Dutch and English address; it gets `lang` as an argument."""

    def register(view: View) -> View:
        for lang, path in PATHS[f"{blueprint.name}.{name}"].items():
            blueprint.add_url_rule(path, name, view, defaults={"lang": lang}, **options)
        return view

    return register


def url(endpoint: str, lang: str, **values: Any) -> str:
    """The address of a page in one language; addresses without a language are left alone."""
    if endpoint in PATHS:
        return _ADDRESSES.build((endpoint, lang), values)
    return url_for(endpoint, **values)


def page_at(path: str) -> str | None:
    """The address of the page of ours at this path, built anew; None where there is no page.

    What somebody put into an address to be led to afterwards comes through here: what is not
    in the table above leads nowhere, however it is spelled.
    """
    try:
        (endpoint, lang), values = _ADDRESSES.match(path)
    except HTTPException:
        return None
    return url(endpoint, lang, **values)


def other(lang: str) -> str:
    """The other of the two languages."""
    return "en" if lang == "nl" else "nl"


def current() -> str:
    """The language of this request: of its address, else of ?lang=, else of the browser."""
    if not has_request_context():
        return "nl"
    words = request.path.split("/", 2)
    if len(words) > 1 and words[1] in LANGUAGES:
        return words[1]
    if request.args.get("lang") in LANGUAGES:
        return request.args["lang"]
    return request.accept_languages.best_match(LANGUAGES) or "nl"


def moment(at: datetime) -> str:
    """Date and time in words, in the language of this request; `at` is aware."""
    return format_datetime(at.astimezone(ZONE), "d MMMM y HH:mm", locale=current())
