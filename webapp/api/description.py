"""The API in the words of OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from webapp.api.operations import OPERATIONS, Operation, Parameter
from webapp.api.shapes import Failure, Schema, ref, schemas
from webapp.sync.protocol import PROTOCOL, SCHEMA

ABOUT = """\
A person's devices and the diary on the server become the same by `POST /api/sync`; docs/sync.md
tells how, and what a device must keep to. What is not public asks for the session cookie that
signing in on the site gives. A write must come from a page of the same site, by
`Sec-Fetch-Site: same-origin` or else by the right `Origin`. An answer with something personal may
not be stored by a cache. An error has a code for scripts, and a sentence for people."""


def description(address: str, cookie: str, operations: Sequence[Operation] = OPERATIONS) -> Schema:
    """The whole description; `address` is where the app is, `cookie` the name of its session's."""
    paths: dict[str, Schema] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method] = _described(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Rugwijs", "version": f"{PROTOCOL}.{SCHEMA}", "description": ABOUT},
        "servers": [{"url": address}],
        "paths": paths,
        "components": {
            "schemas": schemas(_structs(operations)),
            "securitySchemes": {"session": {"type": "apiKey", "in": "cookie", "name": cookie}},
        },
    }


def _structs(operations: Sequence[Operation]) -> list[type]:
    found = [struct for one in operations for struct in (*one.answers.values(), one.takes)]
    return [struct for struct in dict.fromkeys(found) if struct and struct is not dict]


def _described(operation: Operation) -> Schema:
    made: Schema = {
        "operationId": operation.name,
        "summary": operation.about,
        "security": [{"session": []}] if operation.private else [],
        "parameters": [_parameter(one) for one in operation.parameters],
        "responses": {
            **{str(status): _answer(status, one) for status, one in operation.answers.items()},
            **{str(status): _refusal(status, one) for status, one in operation.refusals.items()},
        },
    }
    if operation.takes:
        made["requestBody"] = {"required": True, "content": _json(ref(operation.takes))}
    return made


def _parameter(one: Parameter) -> Schema:
    return {
        "name": one.name,
        "in": one.place,
        "required": one.required,
        "description": one.about,
        "schema": dict(one.schema),
    }


def _answer(status: int, struct: type | None) -> Schema:
    made: Schema = {"description": HTTPStatus(status).phrase}
    if struct:
        made["content"] = _json({"type": "object"} if struct is dict else ref(struct))
    return made


def _refusal(status: int, codes: Sequence[str]) -> Schema:
    code = {"properties": {"error": {"properties": {"code": {"enum": list(codes)}}}}}
    made: Schema = {
        "description": HTTPStatus(status).phrase,
        "content": _json(ref(Failure) | code),
    }
    if status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        seconds: dict[str, Any] = {"schema": {"type": "integer", "minimum": 0}}
        made["headers"] = {"Retry-After": {"description": "Seconds to wait."} | seconds}
    return made


def _json(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}
