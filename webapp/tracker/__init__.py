"""The diary: what a person can log, and how it is kept."""
