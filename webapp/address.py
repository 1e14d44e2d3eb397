"""Where people reach the app: that is a setting, and no header of a request changes it.

Links in mails, redirects, what counts as our own page and which names the app answers to all come
from PUBLIC_URL. Of what proxies say only where a request came from is believed, as many hops deep
as PROXIES says.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.sansio.utils import host_is_trusted

from webapp.config import Settings

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

LOOPBACK = ("localhost", "127.0.0.1")  # for who works on the app, never in production
USUAL = {"http": 80, "https": 443}


def init_app(app: Flask) -> None:
    """Answer to our own names only. Before everything that wraps the app."""
    settings: Settings = app.extensions["settings"]
    app.config["TRUSTED_HOSTS"] = _names(settings)
    app.wsgi_app = _at(_parts(settings)[0], app.wsgi_app)  # type: ignore[method-assign,assignment]


def behind_proxies(app: Flask) -> None:
    """Take where a request came from of the proxies that stand in front. After all that wraps."""
    hops = app.extensions["settings"].proxies
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=0)  # type: ignore[method-assign]


def is_ours(app: Flask, environ: WSGIEnvironment) -> bool:
    """Whether a request asks for a name of ours."""
    return host_is_trusted(environ.get("HTTP_HOST"), app.config["TRUSTED_HOSTS"])


def origins(settings: Settings) -> frozenset[str]:
    """Our own pages, as a browser names them in Origin."""
    scheme, _, port = _parts(settings)
    more = "" if port == USUAL.get(scheme) else f":{port}"
    return frozenset(f"{scheme}://{name}{more}" for name in _names(settings))


def _names(settings: Settings) -> list[str]:
    ours = _parts(settings)[1]
    return [ours] if settings.production else [ours, *LOOPBACK]


def _parts(settings: Settings) -> tuple[str, str, int | None]:
    parts = urlsplit(settings.public_url)
    name = (parts.hostname or "").encode("idna").decode()
    return parts.scheme, name, parts.port or USUAL.get(parts.scheme)


def _at(scheme: str, app: WSGIApplication) -> WSGIApplication:
    """The app, told the scheme that people use: a proxy takes the TLS off."""

    def told(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ["wsgi.url_scheme"] = scheme
        return app(environ, start_response)

    return told
