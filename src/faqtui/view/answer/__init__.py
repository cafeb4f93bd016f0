"""The answer pane as lines: its page for a width, how a line of it is painted, what is folded, marked and selected."""
