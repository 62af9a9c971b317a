"""What reading itself reports: files, encoding, YAML, keys and values."""
