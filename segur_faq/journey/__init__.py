"""The journey through the cascade: pure, without terminal and without YAML."""
