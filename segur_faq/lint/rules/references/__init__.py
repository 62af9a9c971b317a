"""Ids that must point somewhere, and only once."""
