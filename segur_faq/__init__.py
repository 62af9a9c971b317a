"""Guided decision-tree FAQ in the terminal, from YAML that anyone can maintain."""

__version__ = "0.1.0"
