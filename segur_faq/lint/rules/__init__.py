"""The rules, by family. `lint.registry` finds them; nothing lists them."""
