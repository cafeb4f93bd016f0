"""The answer pane as its own parts see it."""

from __future__ import annotations

from faqtui.tui.widgets.line_widget import WheeledWidget
from faqtui.view.answer.page import Page


class PagedWidget(WheeledWidget):
    """One that shows a page of lines, as the parts of the answer pane see it."""

    page: Page
    """The lines, as they were laid out last."""

    @property
    def page_shown(self) -> Page:
        """The lines, laid out for the width that there is."""
        raise NotImplementedError

    def lay_out_again(self) -> None:
        """Lay out for the same width, in place."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Draw every line anew: something lies over other text than before."""
        raise NotImplementedError
