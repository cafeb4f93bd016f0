"""The weights and the vocabulary of a sentence model, as files. faqtui has the code that reads them."""

from pathlib import Path

DIRECTORY = Path(__file__).resolve().parent
"""Where ``model.json`` (what there is), ``weights.bin`` and ``vocabulary.txt`` are."""
