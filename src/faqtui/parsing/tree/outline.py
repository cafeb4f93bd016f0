"""All that the tree of several pages is made of, as a digest: where that is the same, so is the tree.

Whatever `faqtui.parsing.tree.arrange.arrange` comes to look at in a page or a draft must be in here.
"""

from __future__ import annotations

import marshal
from collections.abc import Sequence

from faqtui.host.digests import digest
from faqtui.parsing.draft import ReadPage


def outline(pages: Sequence[ReadPage], counts: Sequence[int]) -> str:
    """The outline of pages as they are arranged; `counts` are their drafts and introductions as they were read.

    "" for a page that is alone in having entries: topics come of what its answers say.
    """
    if sum(1 for page in pages if page.drafts) < 2:
        return ""
    found = [
        (
            page.path,
            page.root,
            page.title,
            page.matter.data,
            page.topics,
            page.is_metadata,
            [(draft.question, draft.titles, draft.tags) for draft in page.drafts],
            [text.titles for text in page.introductions],
            count,
        )
        for page, count in zip(pages, counts, strict=True)
    ]
    # Version 2 of marshal writes values alone, and no references between them; nothing ever reads it.
    return digest(marshal.dumps(found, 2)).hex()
