"""Accounts: who somebody is, what they agreed to, and how they get in."""
