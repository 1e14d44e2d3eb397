"""Built files by their names: `asset("app.js")` is the address of this build's file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from wsgiref.headers import Headers

from flask import Flask
from whitenoise import WhiteNoise

from webapp import address, guard, languages
from webapp.config import ROOT, SettingsError

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

BUILD = ROOT / "static" / "build"
IMMUTABLE = r"^/static/build/.+-[0-9A-Z]{8}\.\w+$"


@dataclass(frozen=True)
class Assets:
    """The manifest of the front-end build: name → file, and the hash for `integrity`."""

    files: dict[str, str]
    integrity: dict[str, str]
    all: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> Assets:
        """Read the manifest that the build wrote; SettingsError where there is none."""
        if not path.is_file():
            raise SettingsError("The front end is not built: run make build.")
        manifest = json.loads(path.read_text())
        return cls(manifest["files"], manifest["integrity"], tuple(manifest["all"]))

    def url(self, name: str) -> str:
        """The address of a built file, by the name it was built from."""
        return f"/static/build/{self.files[name]}"


class Files(WhiteNoise):
    """Gives files to who reads them here; all else the app refuses, with all its headers."""

    def __init__(self, app: Flask, **options: Any) -> None:
        super().__init__(app.wsgi_app, **options)
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        reading = environ["REQUEST_METHOD"] in ("GET", "HEAD") and address.is_ours(
            self._app, environ
        )
        answer = super().__call__ if reading else self.application
        return cast("Iterable[bytes]", answer(environ, start_response))


def init_app(app: Flask) -> None:
    """Serve static/ with long caching for hashed files, and name them in templates."""
    assets = Assets.read(BUILD / "manifest.json")
    app.extensions["assets"] = assets
    app.jinja_env.globals.update(
        asset=assets.url,
        integrity=lambda name: assets.integrity[name],
        LANGUAGE_NAMES=languages.NAMES,
    )
    app.wsgi_app = _serve_files(app)  # type: ignore[method-assign]


def _serve_files(app: Flask) -> WhiteNoise:
    always = guard.headers(app.extensions["settings"].https)

    def add_headers(headers: Headers, _path: str, _url: str) -> None:
        for name, value in always.items():
            headers[name] = value

    files: WhiteNoise = Files(
        app,
        immutable_file_test=IMMUTABLE,
        allow_all_origins=False,
        max_age=3600,
        add_headers_function=add_headers,
    )
    for folder in ("build", "icons"):  # never static/src: the sources are not for serving
        files.add_files(str(ROOT / "static" / folder), prefix=f"static/{folder}/")
    return files
