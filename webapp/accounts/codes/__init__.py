"""Codes beside a password: one-time codes of an app, and recovery codes on paper."""
