"""Pages in two sorts: the same for everybody (kept in memory) and personal (never stored).

A public page is rendered outside every context processor: no request, session or signed-in
person is within reach of its template, so it cannot carry a personal word.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

import brotli
import msgspec
from flask import Blueprint, Response, current_app, make_response, request
from flask_babel import force_locale

from webapp import languages

PUBLIC: dict[str, Callable[..., Page]] = {}


@dataclass(frozen=True)
class Page:
    """What a public view answers: a template, its values, and the other language's slug."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    alternate: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Rendered:
    """A public page as bytes with the hash of its content; compressed when first asked for."""

    body: bytes
    etag: str

    @classmethod
    def of(cls, body: bytes) -> Rendered:
        """These bytes with their hash."""
        return cls(body=body, etag=hashlib.sha256(body).hexdigest()[:16])

    @cached_property
    def brotli(self) -> bytes:
        """The page for browsers that take brotli, as small as it gets."""
        packed: bytes = brotli.compress(self.body)
        return packed

    @cached_property
    def gzip(self) -> bytes:
        """The page for the others."""
        return gzip.compress(self.body, mtime=0)


def public(
    blueprint: Blueprint,
    name: str,
    post: Callable[..., Any] | None = None,
    asked: Callable[..., Any] | None = None,
) -> Callable[[Callable[..., Page]], Callable[..., Page]]:
    """Register a view for everybody under both languages; its answer is rendered once.

    `post` takes what a form of this page sends to the page's own address, and `asked` what
    stands behind the ? of the address (?q=).
    """
    endpoint = f"{blueprint.name}.{name}"
    methods = ["GET", "POST"] if post else ["GET"]

    def register(view: Callable[..., Page]) -> Callable[..., Page]:
        PUBLIC[endpoint] = view

        @languages.route(blueprint, name, methods=methods)
        def serve(lang: str, **values: Any) -> Any:
            if post and request.method == "POST":
                return post(lang, **values)
            if asked and "q" in request.args:
                return asked(lang, **values)
            return answer(rendered(endpoint, lang, **values))

        return view

    return register


def rendered(endpoint: str, lang: str, **values: Any) -> Rendered:
    """The public page at this endpoint, from memory after its first rendering."""
    kept: dict[Any, Rendered] = current_app.extensions.setdefault("pages", {})
    key = (endpoint, lang, tuple(sorted(values.items())))
    if key not in kept or current_app.debug:
        kept[key] = _render(endpoint, lang, values)
    return kept[key]


def answer(page: Rendered, mimetype: str = "text/html") -> Response:
    """What is the same for everybody, as this browser takes it: compressed, or still fresh."""
    response = Response(mimetype=mimetype)
    encoding = request.accept_encodings.best_match(["br", "gzip", "identity"], "identity")
    if encoding == "identity":
        response.data = page.body
    else:
        response.data = page.brotli if encoding == "br" else page.gzip
        response.content_encoding = encoding
    response.vary.add("Accept-Encoding")
    response.cache_control.no_cache = True
    response.set_etag(page.etag, weak=True)
    response.make_conditional(request)
    return response


def personal(template: str, lang: str, status: int = 200, **context: Any) -> Response:
    """Render a page for one person; nobody may store it. Endpoint and values of this request."""
    values = {k: v for k, v in (request.view_args or {}).items() if k != "lang"}
    shell = _shell(request.endpoint or "", lang, values)
    with force_locale(lang):
        # Without context processors here too: an error page must not ask a database that is away.
        body = current_app.jinja_env.get_template(template).render(**(shell | context))
    response = make_response(body, status)
    response.headers["Cache-Control"] = "no-store"
    return response


def data(answer: msgspec.Struct) -> Response:
    """A struct as JSON, for a script; nobody may store it."""
    response = Response(msgspec.json.encode(answer), mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def _render(endpoint: str, lang: str, values: dict[str, Any]) -> Rendered:
    page = PUBLIC[endpoint](lang, **values)
    shell = _shell(endpoint, lang, values, page.alternate)
    with force_locale(lang):
        template = current_app.jinja_env.get_template(page.template)
        body = template.render(**(shell | page.context)).encode()
    return Rendered.of(body)


def _shell(
    endpoint: str, lang: str, values: dict[str, Any], alternate: dict[str, Any] | None = None
) -> dict[str, Any]:
    """What the layout needs of every page: language, addresses, and how to make links."""
    other = languages.other(lang)
    public_url = current_app.extensions["settings"].public_url
    known = endpoint in languages.PATHS
    here = languages.url(endpoint, lang, **values) if known else None
    there = languages.url(endpoint, other, **(values | (alternate or {}))) if known else None
    return {
        "lang": lang,
        "other": other,
        "endpoint": endpoint,
        "url": partial(languages.url, lang=lang),
        "alternate_url": there or languages.url("pwa.home", other),
        "addresses": {lang: public_url + here, other: public_url + there} if here and there else {},
    }
