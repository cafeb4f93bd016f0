"""The screen: a Textual app with a category tree, a live filter and an answer viewer.

Only this package imports textual; `faqtui.view.actions` and `faqtui.view.options` do not even do that, so that the
command line can name keys and pass options without paying for it.
"""
