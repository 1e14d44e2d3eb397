"""What must hold of every answer of the API: it is as the description says."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import jsonschema_rs
from werkzeug.test import TestResponse
from werkzeug.wrappers import Request

from webapp.api.description import description
from webapp.api.operations import OPERATIONS, Operation
from webapp.api.shapes import Failure, ref

Json = dict[str, Any]


def check_answer(response: TestResponse) -> None:
    """Fail unless the description has this operation with this status, and this body fits it.

    So does what was asked, where it was taken.
    """
    asked = response.request
    operation = operation_at(asked.method, asked.path)
    if asked.method in ("HEAD", "OPTIONS") or not is_described(asked.path):
        return
    if operation is None:
        assert response.status_code in (404, 405)
        validator(ref(Failure)).validate(response.get_json())
        return
    place = (operation.method, operation.path, response.status_code)
    answer = described(operation)["responses"].get(str(response.status_code))
    assert answer is not None, f"{place} is not described"
    check_body(response, answer, place)
    if operation.takes and response.status_code == 200:
        validator(ref(operation.takes)).validate(_sent(asked))


def operation_at(method: str, path: str) -> Operation | None:
    """The described operation behind a real address."""
    for operation in OPERATIONS:
        pattern = re.sub(r"\{\w+\}", "[^/]+", operation.path)
        if operation.method == method.lower() and re.fullmatch(pattern, path):
            return operation
    return None


def is_described(path: str) -> bool:
    """Whether this address is one of the API."""
    return path.startswith("/api/") or path in ("/healthz", "/readyz")


def check_body(response: TestResponse, answer: Json, place: object) -> None:
    """The media type and the body of an answer are the described ones."""
    if "content" not in answer:
        assert not response.data, place
        return
    [(media, content)] = answer["content"].items()
    assert response.mimetype == media, place
    if not response.content_encoding:
        validator(content["schema"]).validate(response.get_json())


@cache
def whole() -> Json:
    """The description, as it is served."""
    return description("http://localhost", "session")


def described(operation: Operation) -> Json:
    """One operation of the description."""
    made: Json = whole()["paths"][operation.path][operation.method]
    return made


def validator(schema: Json) -> jsonschema_rs.Draft202012Validator:
    """What checks against a schema of the description."""
    return _validator(json.dumps(schema))


@cache
def _validator(schema: str) -> jsonschema_rs.Draft202012Validator:
    around = {"components": whole()["components"]}
    return jsonschema_rs.Draft202012Validator(json.loads(schema) | around, validate_formats=True)


def _sent(asked: Request) -> Any:
    asked.environ["wsgi.input"].seek(0)
    sent = json.loads(asked.environ["wsgi.input"].read())
    # Half an emoji is no text: the app puts a question mark in its place, and so must this.
    return json.loads(json.dumps(sent, ensure_ascii=False).encode(errors="replace"))
