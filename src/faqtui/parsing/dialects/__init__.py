"""The ways of writing a question that are not plain headings, one file each.

Deciding among them is `faqtui.parsing.questions.evidence`'s business.
"""
