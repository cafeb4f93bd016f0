"""Write the table of keys into README.md: ``python docs/keys.py``."""

from __future__ import annotations

from pathlib import Path

from faqtui.commands.keys import markdown

BEGIN = "<!-- keys: written by docs/keys.py -->"
END = "<!-- end of keys -->"
README = Path(__file__).parents[1] / "README.md"


def with_keys(readme: str) -> str:
    """README's text with the table as it is now."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{markdown()}\n\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
