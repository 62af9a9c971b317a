"""The command line: options in, the core called, text out. One thin module per command."""
