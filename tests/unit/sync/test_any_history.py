"""Hypothesis looks for the shortest history that breaks a promise."""

from hypothesis import settings

from tests.histories.machine import AnyHistory

AnyHistory.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestAnyHistory = AnyHistory.TestCase
