"""Commands that print what a FAQ holds: looked for, or listed."""
