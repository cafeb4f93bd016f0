"""Text of YAML, TOML and JSON to plain values: names, texts, lists and mappings, as they are written and within bounds."""
