"""Trials on oneself: which habits can be tried out, what is due, and what came of it."""
