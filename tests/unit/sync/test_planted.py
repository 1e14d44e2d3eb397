"""Each bug that `make mutants-sync` plants still has its place in the app."""

import pytest

from tests.planted.bugs import ROOT, Bug, bugs


@pytest.mark.parametrize("bug", bugs(), ids=lambda bug: bug.name)
def test_the_bug_can_still_be_planted(bug: Bug) -> None:
    for edit in bug.edits:
        assert edit.planted(ROOT) != (ROOT / edit.file).read_text()
    assert (ROOT / bug.tests).is_file()


def test_there_are_at_least_the_twenty_one_of_the_list() -> None:
    assert len({bug.name for bug in bugs()}) >= 21
