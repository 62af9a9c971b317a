"""The corpus compiled into one SQLite file, so that no command has to read the YAML twice."""
