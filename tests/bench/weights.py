"""What a phone keeps, in bytes as they come over the wire with brotli."""

from __future__ import annotations

from tempfile import TemporaryDirectory

from tests.bench.line import line
from tests.conftest import SECRETS
from tools.sizes import (
    BUILD,
    PAGE_SCRIPTS_BUDGET,
    SCRIPTS_BUDGET,
    STYLES_BUDGET,
    page_weights,
)
from webapp import create_app
from webapp.config import Settings
from webapp.pwa.kept import Kept, kept

PAGE, MEAN = 14, 5  # kB of one page: what comes with the first answer of a server; and on average


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

        library = [path for path, _ in everything.library]
        app_pages = [path for path, _ in everything.app]
        assets = [path for path, _ in everything.assets]
        line(f"library, {len(library)} pages with drawings", weight(*library), 700, "kB")
        line("the heaviest page of the app", max(map(weight, app_pages)), PAGE, "kB")
        line("the app's own pages, on average", weight(*app_pages) / len(app_pages), MEAN, "kB")
        line("search index of one language", weight(*_indexes(everything)) / 2, 60, "kB")
        line("all that a phone keeps", weight(*library, *app_pages, *assets), 2000, "kB")


def built_files() -> None:
    """What all scripts and styles weigh, and the scripts of the heaviest page."""
    budgets = (("scripts", ".js.br", SCRIPTS_BUDGET), ("styles", ".css.br", STYLES_BUDGET))
    for name, ending, budget in budgets:
        total = sum(path.stat().st_size for path in BUILD.glob(f"*{ending}"))
        line(f"all {name} together", total / 1000, budget / 1000, "kB")
    heaviest = max(page_weights(BUILD).values())
    line("scripts of the heaviest page", heaviest / 1000, PAGE_SCRIPTS_BUDGET / 1000, "kB")


def _indexes(everything: Kept) -> list[str]:
    return [path for path, _ in everything.assets if path.endswith(".json")]
