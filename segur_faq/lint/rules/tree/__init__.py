"""What the cascade and the answers make together."""
