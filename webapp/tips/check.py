"""What must hold between the tips and the library: a source, an article, and the section in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from webapp.library import section
from webapp.library.shelf import Shelf
from webapp.tips.tip import Tip


def faults(tips: Sequence[Tip], shelf: Shelf) -> Iterator[str]:
    """What is wrong with the tips, one sentence each; nothing when all is well."""
    for tip in tips:
        name = f"{tip.category}.toml: tip {tip.id}"
        for code in sorted(set(tip.sources) - set(shelf.sources)):
            yield f"{name}: source {code} is not in sources.toml"
        yield from section.faults(f"{name} {tip.article}", tip, shelf.articles)
