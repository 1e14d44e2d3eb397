"""Rugwijs: create_app is the one place that knows every part."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from webapp import address, assets, cli, guard, journal, languages, mail, memory, mishaps
from webapp.config import ROOT, Settings
from webapp.extensions import babel, db, limiter, migrate
from webapp.vault import Vault

CAPABILITIES = (
    "library",
    "accounts",
    "tracker",
    "sync",
    "insights",
    "trials",
    "tips",
    "carry",
    "pwa",
    "findings",
    "api",
)
LARGEST_REQUEST = 512 * 1024  # bytes; single routes ask for less


def create_app(settings: Settings | None = None) -> Flask:
    """Build the app from its settings (of the environment when none are given)."""
    settings = settings or Settings.from_environment()
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    app.extensions["settings"] = settings
    app.extensions["vault"] = Vault(settings.vault_key, settings.vault_keys_old)
    app.config.from_mapping(_flask_config(settings))
    _bind_extensions(app)
    for part in (address, memory, journal, guard, mishaps, mail, assets, cli):
        part.init_app(app)
    for capability in CAPABILITIES:
        import_module(f"webapp.{capability}.views").init_app(app)
    address.behind_proxies(app)
    return app


def _flask_config(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key,
        "SECRET_KEY_FALLBACKS": list(settings.secret_keys_old),
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": {"hide_parameters": True},  # an error names no address
        "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
        "MAX_FORM_MEMORY_SIZE": LARGEST_REQUEST,
        "SESSION_COOKIE_NAME": "__Host-session" if settings.https else "session",
        "SESSION_COOKIE_SECURE": settings.https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_ENABLED": False,  # guard refuses every cross-site write, for all routes alike
        "RATELIMIT_STORAGE_URI": settings.redis_url or "memory://",
        "RATELIMIT_HEADERS_ENABLED": True,
        "BABEL_DEFAULT_LOCALE": "en",
        "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "webapp" / "translations"),
    }


def _bind_extensions(app: Flask) -> None:
    app.extensions["settings"].data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    db.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"))
    babel.init_app(app, locale_selector=languages.current)
    limiter.init_app(app)
