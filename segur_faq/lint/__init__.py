"""Checking a corpus: what reading found, and what the rules find in what was read."""
