"""The devices of a person: the page with its API, and the same for a browser without scripts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
from flask import Blueprint, abort, flash, redirect, request
from flask_babel import gettext
from flask_login import current_user
from werkzeug.exceptions import UnsupportedMediaType
from werkzeug.wrappers import Response

from webapp import languages, pages
from webapp.accounts.limits import network
from webapp.accounts.models import has_consent
from webapp.extensions import db, limiter
from webapp.mishaps import Refused
from webapp.sync.answers import DeviceName, Devices, KnownDevice
from webapp.sync.devices import devices_of, forget_device, name_device
from webapp.sync.forms import name_form, tidied

INVALID = 422
NAME_BYTES = 1024

blueprint = Blueprint("sync", __name__)


def who() -> str:
    """Whose requests are counted; the limit is counted before the wall asks to sign in."""
    return str(current_user.id) if current_user.is_authenticated else network()


often: Callable[[Any], Any] = limiter.limit("60 per minute", key_func=who)


@pages.public(blueprint, "devices")
def devices(_lang: str) -> pages.Page:
    """The devices that have this diary; the phone fills them in."""
    return pages.Page("sync/devices.html")


@blueprint.get("/api/devices")
def api_devices() -> Response:
    """The devices of the person who is signed in."""
    return pages.data(Devices(devices_of(current_user.id)))


@blueprint.patch("/api/devices/<uuid:device>")
@often
def api_name_device(device: UUID) -> tuple[str, int]:
    """Give a device another name."""
    name = _name_sent()
    _name_or_refuse(device, name)
    return "", 204


@blueprint.delete("/api/devices/<uuid:device>")
@often
def api_forget_device(device: UUID) -> tuple[str, int]:
    """Forget a device: before it syncs again it must sign in, and takes a new number."""
    _forget_or_refuse(device)
    return "", 204


@languages.route(blueprint, "known_devices", methods=["GET"])
def known_devices(lang: str) -> Response:
    """The same list without a script."""
    known = devices_of(current_user.id)
    return pages.personal("sync/known_devices.html", lang, devices=known, moment=languages.moment)


@languages.route(blueprint, "device", methods=["GET", "POST"])
@limiter.limit("60 per minute", key_func=who, methods=["POST"])
def one_device(lang: str, device: UUID) -> Response:
    """One device without a script: its name, and the button that forgets it."""
    form = name_form(_of_mine(device).name)
    if request.method != "POST":
        return _page(lang, device, form)
    if request.form.get("act") == "forget":
        _forget_or_refuse(device)
        flash(gettext("The device is forgotten."))
    elif form.validate():
        _name_or_refuse(device, str(form.name.data))
        flash(gettext("The new name is saved."))
    else:
        return _page(lang, device, form, INVALID)
    return redirect(languages.url("sync.known_devices", lang), 303)


def _name_sent() -> str:
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    request.max_content_length = NAME_BYTES
    try:
        sent = msgspec.json.decode(request.get_data(cache=False), type=DeviceName)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refused(400, "invalid") from None
    name = tidied(sent.name)
    if not name:
        raise Refused(400, "invalid")
    return name


def _name_or_refuse(device: UUID, name: str) -> None:
    if not has_consent(current_user.id):
        raise Refused(403, "consent", gettext("This is not saved: we need your consent first."))
    if not name_device(current_user.id, device, name):
        abort(404)
    db.session.commit()


def _forget_or_refuse(device: UUID) -> None:
    if not forget_device(current_user.id, device, datetime.now(UTC)):
        abort(404)
    db.session.commit()


def _of_mine(device: UUID) -> KnownDevice:
    found = next((one for one in devices_of(current_user.id) if one.device == device), None)
    return found or abort(404)


def _page(lang: str, device: UUID, form: Any, status: int = 200) -> Response:
    known = _of_mine(device)
    return pages.personal(
        "sync/device.html", lang, status, known=known, form=form, moment=languages.moment
    )
