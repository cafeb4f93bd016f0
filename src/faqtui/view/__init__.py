"""What is seen, as data and lines: actions and keys, rows of the tree, the page of an answer, colours. No Textual.

`faqtui.start` draws a first frame with it, the widgets of `faqtui.tui` every other.
"""
