"""What a phone keeps, in bytes as they come over the wire with brotli."""

from __future__ import annotations

from tempfile import TemporaryDirectory

from tests.bench.line import line
from tests.conftest import SECRETS
from tools.sizes import SCRIPTS_BUDGET, STYLES_BUDGET
from webapp import create_app
from webapp.config import ROOT, Settings
from webapp.pwa.kept import Kept, kept


def print_all() -> None:
    """The library, what comes with the app, and the built files, each with its budget."""
    built_files()
    with TemporaryDirectory() as folder:
        app = create_app(Settings.from_environment(SECRETS | {"DATA_DIR": folder}))
        with app.test_request_context():
            everything = kept()
        client = app.test_client()

        def weight(*paths: str) -> float:
            answers = [client.get(path, headers={"Accept-Encoding": "br"}) for path in paths]
            return sum(len(answer.data) for answer in answers) / 1000

        pages = [path for path, _ in everything.library]
        line(f"library, {len(pages)} pages with drawings", weight(*pages), 700, "kB")
        line("the app's own pages", weight(*[path for path, _ in everything.app]), 200, "kB")
        line("search index of one language", weight(*_indexes(everything)) / 2, 60, "kB")


def built_files() -> None:
    """What all scripts and styles weigh, compressed with brotli."""
    build = ROOT / "static" / "build"
    budgets = (("scripts", ".js.br", SCRIPTS_BUDGET), ("styles", ".css.br", STYLES_BUDGET))
    for name, ending, budget in budgets:
        total = sum(path.stat().st_size for path in build.glob(f"*{ending}"))
        line(f"all {name} together", total / 1000, budget / 1000, "kB")


def _indexes(everything: Kept) -> list[str]:
    return [path for path, _ in everything.assets if path.endswith(".json")]
