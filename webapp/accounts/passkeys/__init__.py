"""Passkeys: signing in with a finger, a face or the code of a phone."""
