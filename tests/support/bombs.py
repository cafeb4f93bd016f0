"""FAQs that are hard by their size alone."""

from __future__ import annotations

from collections.abc import Callable

ENTRY = "# Size\n\n## What is large?\n\n"
OTHER = "\n\n## What is small?\n\nA pebble.\n"

BOMBS: dict[str, Callable[[], str]] = {
    "1 MB in one line": lambda: ENTRY + "word " * 200_000 + OTHER,
    "1 MB without a blank": lambda: ENTRY + "x" * 1_000_000 + OTHER,
    "10,000 nested quotes": lambda: ENTRY + ">" * 10_000 + " deep" + OTHER,
    "2,000 nested lists": lambda: ENTRY + "\n".join("  " * depth + "- item" for depth in range(2000)) + OTHER,
    "10,000 rows of a table": lambda: (
        ENTRY + "| a | b |\n| --- | --- |\n" + "\n".join(f"| {row} | cell of {row} |" for row in range(10_000)) + OTHER
    ),
    "1 MB in a heading": lambda: f"# Size\n\n## What is {'large ' * 170_000}?\n\nA mountain." + OTHER,
    "1 MB in a summary": lambda: (
        f"# Size\n\n<details><summary>What is {'large ' * 170_000}?</summary>\n\nA mountain.\n\n</details>" + OTHER
    ),
    "100,000 headings": lambda: (
        "# Size\n\n" + "\n".join(f"## What is {number}?\n\nNumber {number}.\n" for number in range(100_000)) + OTHER
    ),
    "50,000 lines of code": lambda: (
        ENTRY
        + "```python\n"
        + "\n".join(f"value_{line} = {line}  # a line" for line in range(50_000))
        + "\n```"
        + OTHER
    ),
    "10,000 brackets": lambda: ENTRY + "[" * 10_000 + "x" + "](" * 10_000 + OTHER,
    "100,000 stars": lambda: ENTRY + "*a **b " * 50_000 + OTHER,
    "50 KB of brackets in YAML": lambda: "---\nx: " + "[" * 50_000 + "\n---\n" + ENTRY + "Stone." + OTHER,
    "an alias bomb in YAML": lambda: (
        "---\na0: &a0 [x, x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
        + "---\n"
        + ENTRY
        + "Stone."
        + OTHER
    ),
    "300,000 keys in YAML": lambda: (
        "---\n" + "".join(f"key{n}: {n}\n" for n in range(300_000)) + "---\n" + ENTRY + "Stone." + OTHER
    ),
}
