"""What is shown over the panes: the help, things to pick from, choices of the palette, code that is being filled in."""
