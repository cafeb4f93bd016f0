"""What opens over the main screen and closes again: help, palette, pickers, text to take away by hand."""
