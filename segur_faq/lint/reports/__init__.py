"""Reports: a `Report` -> text. One module per format."""
