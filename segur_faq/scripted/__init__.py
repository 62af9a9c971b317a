"""The fast lane: what scripts and the Tab key ask for, answered before Typer is imported."""
