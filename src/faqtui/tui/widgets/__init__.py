"""The parts of the main screen. Each draws line by line, posts facts, and never asks a sibling."""
