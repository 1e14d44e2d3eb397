"""Trials on oneself: a habit on some days and not on others, by lot, and what pain did."""
