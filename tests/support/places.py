"""Where things are in a clone."""

from pathlib import Path

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
GOLDEN = TESTS / "golden"
SHARED = ROOT.parent / "shared"
"""Reference data that a clone lies beside in some places, and users never have."""
