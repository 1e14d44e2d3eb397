"""The wall: who may call which route, from where, and with which headers the app answers."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, abort, current_app, redirect, request
from flask_login import current_user
from werkzeug.exceptions import UnsupportedMediaType
from werkzeug.wrappers import Response as AnyResponse

from webapp import address
from webapp.languages import current, url
from webapp.turns import SAFE_METHODS

# Every endpoint stands here, or nobody reaches it. "public": the same for everybody or part of
# signing in; "user": only for somebody who is signed in; "fresh": who moreover proved in this
# browser, not long ago, who they are.
ACCESS: dict[str, str] = {
    "accounts.account": "user",
    "accounts.api_me": "user",
    "accounts.api_sign_out": "public",
    "accounts.change_address": "fresh",
    "accounts.change_password": "user",
    "accounts.check_mail": "public",
    "accounts.confirm": "public",
    "accounts.consent": "user",
    "accounts.erase_account": "fresh",
    "accounts.erased": "public",
    "accounts.forgot": "public",
    "accounts.lock": "public",
    "accounts.me": "public",
    "accounts.my_data": "public",
    "accounts.new_address": "public",
    "accounts.new_passkey_question": "fresh",
    "accounts.one_time_codes": "fresh",
    "accounts.passkey": "fresh",
    "accounts.passkey_question": "public",
    "accounts.passkey_sign_in": "public",
    "accounts.passkeys": "fresh",
    "accounts.privacy": "public",
    "accounts.prove": "user",
    "accounts.recent": "fresh",
    "accounts.recover": "public",
    "accounts.recovery_codes": "fresh",
    "accounts.resend": "public",
    "accounts.reset": "public",
    "accounts.second_step": "public",
    "accounts.sign_in": "public",
    "accounts.sign_ins": "user",
    "accounts.sign_out": "public",
    "accounts.sign_up": "public",
    "accounts.joining_question": "public",
    "accounts.sign_up_by_name": "public",
    "accounts.sign_up_by_passkey": "public",
    "accounts.without_account": "public",
    "api.openapi": "public",
    "carry.take_along": "public",
    "findings.reported": "public",
    "findings.security_txt": "public",
    "insights.insights": "public",
    "insights.told": "user",
    "library.alarm": "public",
    "library.cramp_now": "public",
    "library.exercise": "public",
    "library.exercises": "public",
    "library.glossary": "public",
    "library.index": "public",
    "library.kept": "public",
    "library.questions": "public",
    "library.search": "public",
    "library.search_index": "public",
    "library.show": "public",
    "library.walking": "public",
    "library.warm_cold": "public",
    "library.where": "public",
    "pwa.front": "public",
    "pwa.health": "public",
    "pwa.home": "public",
    "pwa.install": "public",
    "pwa.manifest": "public",
    "pwa.offline": "public",
    "pwa.ready": "public",
    "pwa.worker": "public",
    "sync.api_devices": "user",
    "sync.api_forget_device": "user",
    "sync.api_name_device": "user",
    "sync.device": "user",
    "sync.devices": "public",
    "sync.exchange": "user",
    "sync.known_devices": "user",
    "sync.saved": "public",
    "tips.advice": "user",
    "tips.today": "public",
    "tips.tips": "public",
    "trials.results": "user",
    "trials.trials": "public",
    "tracker.api_earlier": "user",
    "tracker.clear": "public",
    "tracker.cramp": "public",
    "tracker.day": "public",
    "tracker.delete": "user",
    "tracker.diary": "public",
    "tracker.entries": "user",
    "tracker.entry": "user",
    "tracker.log": "public",
    "tracker.look_back": "public",
    "tracker.profile": "public",
    "tracker.put_back": "user",
    "tracker.settings": "public",
}


FINDINGS = "/findings"  # where browsers report what a page was kept from doing
CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
    f"require-trusted-types-for 'script'; trusted-types sw lit-html; report-uri {FINDINGS}"
)
FORMS = ("application/x-www-form-urlencoded", "")  # the second where nothing is sent along
PROBES = ("/healthz", "/readyz")  # asked by whoever runs the service
# An answer of the API is data, also where a browser is led to show it as a page.
DATA_ONLY = "default-src 'none'; frame-ancestors 'none'; sandbox"
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
        "publickey-credentials-create=(self), publickey-credentials-get=(self), usb=()"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
UPGRADE = "; upgrade-insecure-requests"
# Browsers that know report-to leave report-uri aside, and report by it over https only.
HTTPS_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY + UPGRADE + "; report-to findings",
    "Reporting-Endpoints": f'findings="{FINDINGS}"',
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
}


def headers(https: bool) -> dict[str, str]:
    """The headers of every response, static files included."""
    return HEADERS | HTTPS_HEADERS if https else dict(HEADERS)


def init_app(app: Flask) -> None:
    """Set the checks before and the headers after every request."""
    https = app.extensions["settings"].https
    always, of_data = headers(https), DATA_ONLY + (UPGRADE if https else "")
    app.extensions["origins"] = address.origins(app.extensions["settings"])

    @app.before_request
    def check() -> AnyResponse | None:
        _refuse_foreign_writes()
        _refuse_what_is_no_form()
        return _ask_to_sign_in()

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(always)
        if is_api():
            response.headers["Content-Security-Policy"] = of_data
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response


def ask_strangers(app: Flask, ask: Callable[[], None]) -> None:
    """Have `ask` called before a script of nobody is refused: it may know why, and raise that."""
    app.extensions.setdefault("strangers", []).append(ask)


def ask_again(app: Flask, ask: Callable[[], AnyResponse | None]) -> None:
    """Have `ask` called before a route that is "fresh": None lets it pass, else it answers."""
    app.extensions["ask_again"] = ask


def is_api() -> bool:
    """Whether a program asks, which reads no pages: a script of ours, a probe, a browser itself."""
    return request.path.startswith("/api/") or request.path in (*PROBES, FINDINGS)


def _refuse_foreign_writes() -> None:
    """A write must come from our own pages: by Sec-Fetch-Site, else by Origin.

    Browsers send Sec-Fetch-Site only over https and to localhost; over plain http to another
    machine the Origin header decides.
    """
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        ours = site == "same-origin"
    else:
        ours = request.headers.get("Origin") in current_app.extensions["origins"]
    if not ours:
        abort(403)


def _refuse_what_is_no_form() -> None:
    """A page takes what a form of ours sends. Of JSON and files the limits would see nothing.

    Forms read those too where they come, but limits count by the fields of an ordinary form.
    """
    if request.method in SAFE_METHODS or request.endpoint is None or is_api():
        return
    if request.mimetype not in FORMS:
        raise UnsupportedMediaType


def _ask_to_sign_in() -> AnyResponse | None:
    if request.endpoint is None:
        return None
    access = ACCESS.get(request.endpoint)
    if access is None:
        abort(404)
    if access == "public":
        return None
    if current_user.is_authenticated:
        asked: AnyResponse | None = None
        if access == "fresh":
            asked = current_app.extensions["ask_again"]()
        return asked
    if is_api():
        for ask in current_app.extensions.get("strangers", ()):
            ask()
        abort(401)
    return redirect(url("accounts.sign_in", current()))
