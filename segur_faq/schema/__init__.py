"""JSON Schema for editors: a corpus -> what its own files may hold, with French help texts."""
