"""What the filter understands beside words, as data: the one source of help, manual page and README's paragraph."""

QUERIES = (
    ("ecr tok", "Words and beginnings of words, in any order; typing errors are forgiven"),
    ('"exact words"', "Words side by side, as they stand"),
    ("-word", "Not with this word"),
    ("'word ^how tags$", "A word as it stands; what a question begins with, and what it ends with"),
    ("topic:ecs", "In categories with this word in their title"),
    ("kind:how-to", "Of one kind; also error, yes-no, explanation, reference"),
    ("has:code", "With a code block; has:link with a link"),
)
"""What is typed, for example, and what it means."""
