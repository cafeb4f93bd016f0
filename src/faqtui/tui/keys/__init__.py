"""What keys do, by subject, each with a table of its acts: the main screen joins them to the rows of `faqtui.view.actions`.

Helpers know the screen as `faqtui.tui.stage` tells of it. `filtering`, `arriving` and `adopting` have no keys of their own.
"""
