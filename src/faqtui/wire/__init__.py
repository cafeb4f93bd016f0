"""Bytes for a terminal: cells and their pens, the difference between two screens, when and how it is sent.

Knows nothing of Textual and nothing of FAQs.
"""
