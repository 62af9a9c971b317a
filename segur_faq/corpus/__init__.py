"""The corpus: from bytes to frozen values, and the index of what applies where."""
