"""Reads days from a CSV file; what is wrong is told with its line and column."""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path

from webapp.insights.table import Table, table

SIZE_LIMIT = 20_000_000  # bytes
SPAN_LIMIT = 40_000  # days between the first and the last
ANSWERS = {"yes": 1.0, "no": 0.0, "ja": 1.0, "nee": 0.0, "true": 1.0, "false": 0.0}
Row = tuple[int, dict[str, str]]  # line, and text by column


class BadFile(Exception):
    """What is wrong, with the line and the column where it stands."""

    def __init__(self, what: str, line: int | None = None, column: str | None = None) -> None:
        place = ", ".join(
            part for part in (line and f"line {line}", column and f"column {column}") if part
        )
        super().__init__(f"{place}: {what}" if place else what)


def answer_file(arguments: list[str], usage: str, work: Callable[[Path], object]) -> int:
    """Write as JSON what `work` makes of the one file that is named; the code to exit with.

    2, and a sentence on the error stream, when there is no such file or it cannot be used.
    """
    if len(arguments) != 1:
        sys.stderr.write(usage)
        return 2
    try:
        answer = work(Path(arguments[0]))
    except (BadFile, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(json.dumps(answer, indent=1, ensure_ascii=False) + "\n")
    return 0


def read_days(path: Path) -> Table:
    """Columns `day` (2026-11-25) and `pain` (0 to 10), and one for each factor; empty is missing.

    A column that holds only yes and no, or 1 and 0, is a yes or no. Days may be in any order.
    Raises BadFile.
    """
    names, rows = read_rows(path, ("day", "pain"))
    factors = [name for name in names if name not in ("day", "pain")]
    days: dict[date, tuple[float | None, dict[str, float]]] = {}
    for line, row in rows:
        day = read_day(row["day"], line)
        if day in days:
            raise BadFile(f"{day} stands in the file twice", line, "day")
        pain = read_number(row["pain"], line, "pain", 0, 10)
        known = {name: read_number(row[name], line, name) for name in factors}
        days[day] = pain, {name: value for name, value in known.items() if value is not None}
    _check_span(days)
    yesno = {name: _is_yesno([known.get(name) for _, known in days.values()]) for name in factors}
    return table([(day, pain, known) for day, (pain, known) in days.items()], yesno)


def read_rows(path: Path, needed: tuple[str, ...]) -> tuple[list[str], Iterator[Row]]:
    """The names of the columns, and each row with its line; raises BadFile."""
    if path.stat().st_size > SIZE_LIMIT:
        raise BadFile(f"the file is larger than {SIZE_LIMIT} bytes")
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise BadFile("this is not text in UTF-8") from None
    reader = csv.reader(lines, strict=True)
    names = [name.strip() for name in _next(reader)]
    for name in needed:
        if name not in names:
            raise BadFile("this column is missing", 1, name)
    for name in names:
        if names.count(name) > 1 or not name:
            raise BadFile("each column needs a name of its own", 1, name or "without a name")
    return names, _rows(reader, names)


def read_day(text: str, line: int) -> date:
    """A day as 2026-11-25; raises BadFile."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadFile(f"{text!r} is no day like 2026-11-25", line, "day") from None


def read_number(
    text: str, line: int, column: str, low: float = -math.inf, high: float = math.inf
) -> float | None:
    """A number, yes (1), no (0), or None for an empty cell; raises BadFile."""
    if not text:
        return None
    try:
        number = ANSWERS[text.lower()] if text.lower() in ANSWERS else float(text)
    except ValueError:
        raise BadFile(f"{text!r} is no number", line, column) from None
    if not math.isfinite(number) or not low <= number <= high:
        raise BadFile(f"{text!r} is not from {low:g} to {high:g}", line, column)
    return number


def _next(reader: Iterator[list[str]]) -> list[str]:
    try:
        return next(reader)
    except StopIteration:
        raise BadFile("the file is empty") from None
    except csv.Error as error:
        raise BadFile(str(error), 1) from None


def _rows(reader: Iterator[list[str]], names: list[str]) -> Iterator[Row]:
    line = 1
    while True:
        line += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise BadFile(str(error), line) from None
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            raise BadFile(f"{len(cells)} cells, and the first line has {len(names)}", line)
        yield line, dict(zip(names, (cell.strip() for cell in cells), strict=True))


def _is_yesno(values: list[float | None]) -> bool:
    known = {value for value in values if value is not None}
    return bool(known) and known <= {0.0, 1.0}


def _check_span(days: Collection[date]) -> None:
    if days and (max(days) - min(days)).days > SPAN_LIMIT:
        raise BadFile(f"the days lie more than {SPAN_LIMIT} days apart", column="day")
