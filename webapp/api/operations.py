"""Every operation of the API. A route that is not here fails the tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from webapp.accounts.answers import Me
from webapp.accounts.passkeys.answers import NewPasskeyQuestion, PasskeyQuestion
from webapp.insights.answers import Insights
from webapp.pwa.answers import Health
from webapp.sync.answers import DeviceName, Devices
from webapp.sync.protocol import Answer, SyncRequest
from webapp.tips.answers import Today
from webapp.tracker.answers import Earlier
from webapp.trials.answers import Trials

Codes = Mapping[int, tuple[str, ...]]

FAULTS: Codes = {500: ("fault",), 503: ("busy",)}
FOREIGN: Codes = {403: ("forbidden",)}  # a write that does not come from a page of ours
NOT_RECENT: Codes = {403: ("not_recent",)}  # who is signed in must first prove who they are
STRANGER: Codes = {401: ("signed_out",), 410: ("gone",)}  # gone: the account was erased


@dataclass(frozen=True)
class Parameter:
    """A part of the question that stands in the address; its schema is JSON schema."""

    name: str
    place: Literal["query", "path"]
    schema: Mapping[str, Any]
    about: str
    required: bool = True


@dataclass(frozen=True)
class Operation:
    """One method of one address.

    `answers` has per status the struct that comes back (None: no body), `refusals` the codes of
    the errors. `private` asks for a session, `fresh` for one that was proved not long ago.
    """

    name: str
    method: Literal["get", "post", "put", "patch", "delete"]
    path: str
    about: str
    answers: Mapping[int, type | None]
    takes: type | None = None
    parameters: tuple[Parameter, ...] = ()
    refused: Codes = field(default_factory=lambda: MappingProxyType({}))
    private: bool = True
    fresh: bool = False

    @property
    def refusals(self) -> dict[int, tuple[str, ...]]:
        """The codes of all errors by status, with those that any operation of its sort has."""
        all_of_them: dict[int, tuple[str, ...]] = {}
        usual = [STRANGER if self.private else {}, NOT_RECENT if self.fresh else {}]
        usual += [{} if self.method == "get" else FOREIGN]
        for codes in (*usual, self.refused, FAULTS):
            for status, more in codes.items():
                all_of_them[status] = (*all_of_them.get(status, ()), *more)
        return dict(sorted(all_of_them.items()))


_A_DEVICE = Parameter(
    name="device",
    place="path",
    schema={"type": "string", "format": "uuid"},
    about="The number that the device sends with each sync.",
)

_OF_A_DAY = (
    Parameter(
        name="day",
        place="query",
        schema={"type": "string", "format": "date"},
        about="The person's own day: at most 2 days from that of the server.",
    ),
    Parameter(
        name="lang",
        place="query",
        schema={"enum": ["nl", "en"]},
        about="The language of the answer; else that of Accept-Language.",
        required=False,
    ),
)

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        name="sync",
        method="post",
        path="/api/sync",
        about="Send what changed on this device, and get what it lacks. See docs/sync.md.",
        takes=SyncRequest,
        answers={200: Answer},
        refused={
            400: ("invalid",),
            403: ("wrong_user", "consent"),
            409: ("epoch", "newdev"),
            410: ("resync",),
            413: ("too_large",),
            415: ("wrong_content_type",),
            426: ("update",),
            429: ("too_many",),
            503: ("ahead",),
        },
    ),
    Operation(
        name="me",
        method="get",
        path="/api/me",
        about="Who is signed in.",
        answers={200: Me},
    ),
    Operation(
        name="recent",
        method="get",
        path="/api/recent",
        about="Whether somebody proved in this browser, not long ago, who they are.",
        answers={204: None},
        fresh=True,
    ),
    Operation(
        name="signOut",
        method="post",
        path="/api/sign-out",
        about="End the session. It is no error when there is none.",
        answers={204: None},
        private=False,
    ),
    Operation(
        name="askPasskey",
        method="post",
        path="/api/passkeys/question",
        about="What a passkey is to sign. It is kept by this browser, and good once.",
        answers={200: PasskeyQuestion},
        refused={429: ("too_many",)},
        private=False,
    ),
    Operation(
        name="askNewPasskey",
        method="post",
        path="/api/passkeys/new",
        about="What a new passkey is made for.",
        answers={200: NewPasskeyQuestion},
        refused={429: ("too_many",)},
        fresh=True,
    ),
    Operation(
        name="askFirstPasskey",
        method="post",
        path="/api/passkeys/join",
        about="What the first passkey of a new account is made for.",
        answers={200: NewPasskeyQuestion},
        refused={429: ("too_many",)},
        private=False,
    ),
    Operation(
        name="today",
        method="get",
        path="/api/today",
        about="The tips of one day. Asking changes nothing.",
        parameters=_OF_A_DAY,
        answers={200: Today, 304: None},
        refused={400: ("invalid",), 403: ("consent",)},
    ),
    Operation(
        name="insights",
        method="get",
        path="/api/insights",
        about="What goes together with pain in the diary, and how sure that is.",
        parameters=_OF_A_DAY,
        answers={200: Insights, 304: None},
        refused={400: ("invalid",), 403: ("consent",)},
    ),
    Operation(
        name="trials",
        method="get",
        path="/api/trials",
        about="How the trials on oneself stand on one day: at their looks, and never before.",
        parameters=_OF_A_DAY,
        answers={200: Trials, 304: None},
        refused={400: ("invalid",), 403: ("consent",)},
    ),
    Operation(
        name="earlier",
        method="get",
        path="/api/earlier",
        about="What was replaced in the diary without having been seen, at most 500 values.",
        answers={200: Earlier},
        refused={403: ("consent",)},
    ),
    Operation(
        name="devices",
        method="get",
        path="/api/devices",
        about="The devices that synced, the last one first.",
        answers={200: Devices},
    ),
    Operation(
        name="nameDevice",
        method="patch",
        path="/api/devices/{device}",
        about="Give a device another name.",
        takes=DeviceName,
        parameters=(_A_DEVICE,),
        answers={204: None},
        refused={
            400: ("invalid",),
            403: ("consent",),
            404: ("unknown",),
            413: ("too_large",),
            415: ("wrong_content_type",),
            429: ("too_many",),
        },
    ),
    Operation(
        name="forgetDevice",
        method="delete",
        path="/api/devices/{device}",
        about="Forget a device. When it syncs again it must sign in, and takes a new number.",
        parameters=(_A_DEVICE,),
        answers={204: None},
        refused={404: ("unknown",), 429: ("too_many",)},
    ),
    Operation(
        name="openapi",
        method="get",
        path="/api/openapi.json",
        about="This description.",
        answers={200: dict, 304: None},
        private=False,
    ),
    Operation(
        name="health",
        method="get",
        path="/healthz",
        about="Whether the process serves. Asks no database.",
        answers={200: Health},
        private=False,
    ),
    Operation(
        name="readiness",
        method="get",
        path="/readyz",
        about="Whether the process can do its work: the database answers and has all its tables.",
        answers={200: Health},
        refused={503: ("behind", "away")},
        private=False,
    ),
)
