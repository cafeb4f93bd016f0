"""JSON, YAML, TOML and tables of values that hold questions and answers, also in the front matter of pages."""
