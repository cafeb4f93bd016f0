"""Whether something stands beside the answer of a pane, and how much room that takes; what it is, `aside` draws.

Narrow screens ask and are told that there is nothing: they import nothing more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from faqtui.view.answer.head import see_also
from faqtui.view.lines import Line, exactly
from faqtui.view.room import ASIDE_FROM, MARGIN, aside_width
from faqtui.view.theme import Skin

if TYPE_CHECKING:
    from faqtui.render import Blocks
    from faqtui.render.nodes import Heading
    from faqtui.view.answer.aside import Aside
    from faqtui.view.answer.page import Page
    from faqtui.view.answer.paint import Painter


class Beside:
    """What stands beside the answers of one pane."""

    def __init__(self, skin: Skin) -> None:
        self._skin = skin
        self._aside: Aside | None = None
        self._outlined: tuple[Blocks, Sequence[Heading]] | None = None

    def _outline(self, blocks: Blocks) -> Sequence[Heading]:
        if self._outlined is None or self._outlined[0] is not blocks:
            from faqtui.view.answer.aside import headings_of

            self._outlined = blocks, headings_of(blocks)
        return self._outlined[1]

    def width(self, blocks: Blocks | None, columns: int, pane: int) -> int:
        """Cells of a `pane` on a screen of so many `columns` for what stands beside the answer `blocks` (None: no answer)."""
        if columns < ASIDE_FROM or blocks is None:
            return 0
        return aside_width(columns, pane, has_outline=len(self._outline(blocks)) > 0)

    def put(self, page: Page, blocks: Blocks | None, painter: Painter, width: int) -> None:
        """Draw beside `page` from now on, in `width` cells; nothing where that is 0."""
        self._aside = None
        if width and blocks is not None:
            from faqtui.view.answer.aside import Aside

            self._aside = Aside(page, self._outline(blocks), painter, self._skin, width)

    def name(self, page: Page, blocks: Blocks, questions: Sequence[str], text: int, width: int) -> None:
        """Name similar entries below the answer, or in `width` cells beside it where it has no outline."""
        if width and not self._outline(blocks):
            page.aside = see_also(questions, width - MARGIN, self._skin)[1:]
        else:
            page.tail = see_also(questions, text, self._skin)

    def with_it(self, drawn: Line, *, text: int, y: int, top: int, height: int, hints: Mapping[int, str]) -> Line:
        """Line `y` of the pane as `drawn`, with what stands beside text of so many cells."""
        if self._aside is None:
            return drawn
        return [*exactly(drawn, text + 2 * MARGIN), *self._aside.line(y, top, height, hints)]

    def is_at(self, x: int, text: int) -> bool:
        """Whether cell `x` of the pane is none of the text's."""
        return self._aside is not None and x >= text + 2 * MARGIN

    def at(self, y: int, top: int, height: int) -> Heading | int | None:
        """What line `y` names: a heading of the answer, or the number of a similar entry."""
        aside = self._aside
        return None if aside is None else aside.heading_at(y, top, height) or aside.similar_at(y)
