"""The shapes that the API sends and takes, as JSON schemas made from the structs themselves."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import cleandoc
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from webapp.sync.protocol import BadOp, Count, Op
from webapp.tracker.kinds import STRUCTS

Schema = dict[str, Any]

REF = "#/components/schemas/"


class Error(msgspec.Struct, frozen=True):
    """Why something could not be done: a code for scripts, a sentence for people.

    `fields` has a code for each part of the question that is wrong. `epoch` and `lost_from` come
    with the code `epoch`.
    """

    code: str
    message: str
    fields: dict[str, str] | UnsetType = UNSET
    epoch: Count | UnsetType = UNSET
    lost_from: Count | UnsetType = UNSET


class Failure(msgspec.Struct, frozen=True):
    """Every answer that is an error has this one shape."""

    error: Error


def schemas(structs: Iterable[type]) -> dict[str, Schema]:
    """The schemas by name of these structs, and of all that they hold. Nothing else may be sent."""
    wanted = [*structs, *STRUCTS.values(), Op, BadOp, Failure]
    _, components = msgspec.json.schema_components(wanted, ref_template=REF + "{name}")
    made: dict[str, Schema] = msgspec.json.decode(msgspec.json.encode(components))
    for schema in made.values():
        if "description" in schema:
            schema["description"] = cleandoc(schema["description"])
        if "properties" in schema:
            schema["additionalProperties"] = False
    _fill_in_bodies(made)
    return made


def ref(struct: type) -> Schema:
    """The reference to the schema of a struct."""
    return {"$ref": REF + struct.__name__}


def _fill_in_bodies(made: dict[str, Schema]) -> None:
    """Say what the structs leave open, so that one bad change does not stop the others."""
    kinds = [ref(struct) for struct in STRUCTS.values()]
    for name, bodies in (("Op", [*kinds, {"type": "null"}]), ("Entry", kinds)):
        properties = made[name]["properties"] if name in made else {}
        properties |= {"kind": {"enum": list(STRUCTS)}, "body": {"anyOf": bodies}}
    made["BadOp"]["additionalProperties"] = True
    if "SyncRequest" in made:
        made["SyncRequest"]["properties"]["ops"]["items"] = {"anyOf": [ref(Op), ref(BadOp)]}
