"""Bugs of sync that are planted on purpose: each must be caught by a test."""
