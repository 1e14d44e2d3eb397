"""Histories of devices and faults: made from a seed, lived through, and held to the promises."""
