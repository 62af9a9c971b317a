"""Reports of changes: `Changes` -> text. One module per format."""
