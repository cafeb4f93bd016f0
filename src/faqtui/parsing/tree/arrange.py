"""The tree: where each entry stands, from directories, headings, front matter, or topics for a flat file.

A category is directories, then the document's title where it or most have several entries, then parent headings. Where there
are no directories, front matter says (``section``, ``category``, the first tag). Directories that all documents share are left
out, and so is a title that repeats the directory's. Siblings stand in the order of ``sidebar_position`` and its like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from faqtui.model import Category, CategoryNode, Introduction
from faqtui.parsing.draft import Draft, ReadPage
from faqtui.parsing.front_matter import CATEGORY, LISTED, POSITIONS, TITLES
from faqtui.parsing.questions.around import is_closing_title
from faqtui.parsing.questions.wording import is_faq_title, looks_like_question
from faqtui.parsing.tree.names import (
    ANSWERS,
    OTHER,
    introduces,
    own_name,
    root,
    says_more,
    says_nothing,
    shown,
    stem,
    telling_directory,
    telling_title,
)
from faqtui.parsing.tree.own_categories import own_category
from faqtui.parsing.tree.topics import topics
from faqtui.patterns import pattern

if TYPE_CHECKING:
    from faqtui.parsing.tree.directories import Directories

UNSORTED = "General"
"""The category of entries beside which others have one."""

READ = frozenset({*CATEGORY, *TITLES, *POSITIONS, LISTED, "tags", "labels", "description", "summary", "subtitle"})
"""What trees are made of in front matter; of metadata files it is all."""


_HOST = pattern(r"https?://([^/:?#]+)")


class Tree:
    """The library's title, and the drafts in order, each with its category; the category `last` stands last.

    `introductions` are the texts with the categories they stand in, an empty path for those of the library.
    """

    def __init__(
        self,
        title: str,
        drafts: Sequence[Draft],
        paths: Sequence[Category],
        introductions: Sequence[tuple[Draft, Category]] = (),
        *,
        last: Category = (),
    ) -> None:
        self.title = title
        self.drafts = drafts
        self.paths = paths
        self.introductions = introductions
        self.last = last

    def nodes(
        self, paths: Sequence[Category], introductions: Mapping[Category, Introduction]
    ) -> tuple[CategoryNode, ...]:
        """The nodes for entries with these categories, in order of first appearance, each parent before its children."""
        counts: dict[Category, int] = {}
        own: dict[Category, list[int]] = {}
        children: dict[Category, dict[Category, None]] = {}
        for position, path in enumerate(paths):
            own.setdefault(path, []).append(position)
            for depth in range(1, len(path) + 1):
                node = path[:depth]
                counts[node] = counts.get(node, 0) + 1
                children.setdefault(node[:-1], {}).setdefault(node)
        nodes: list[CategoryNode] = []
        roots = sorted(children.get((), {}), key=lambda path: path == self.last)
        pending = roots[::-1]
        while pending:
            node = pending.pop()
            nodes.append(CategoryNode(node, counts[node], tuple(own.get(node, ())), introductions.get(node)))
            pending += reversed(children.get(node, {}))
        return tuple(nodes)


def arrange(pages: Sequence[ReadPage]) -> Tree:
    """Find the category of every draft. Nothing is changed in a page."""
    with_entries = [page for page in pages if page.drafts]
    if len(with_entries) <= 1:
        texts = [(text, text.titles) for page in pages for text in page.introductions]
        if not with_entries:
            named = [page.title for page in pages if page.title]
            return Tree(named[0] if len(named) == 1 and not texts else "FAQ", (), (), texts)
        (page,) = with_entries
        found, are_topics = _one_page(page)
        if all_in := _saying_nothing(page.drafts):
            found = [path[1:] for path in found]
            texts = [(text, path[1:] if path[:1] == all_in else path) for text, path in texts]
        title = telling_title(page) or "FAQ"
        return Tree(title, page.drafts, found, texts, last=(OTHER,) if are_topics else ())
    from faqtui.parsing.tree.counted_titles import uncounted
    from faqtui.parsing.tree.directories import Directories  # 0.6 ms with what they stand on, for several pages alone
    from faqtui.parsing.tree.languages import Languages

    directories = Directories(pages)
    languages = Languages(with_entries)
    ordered = sorted(with_entries, key=directories.order) if directories.is_ordered else with_entries
    said = {id(page): languages.of(page) for page in ordered}
    ordered = sorted(ordered, key=lambda page: bool(said[id(page)][0]))
    roots = {id(page): root(page) for page in pages}
    given = dict.fromkeys(roots[id(page)] for page in ordered)
    branches = _told_apart(given, directories)
    inside = {id(page): directories.titles(page, said[id(page)][1]) for page in ordered}
    if any(language for language, _ in said.values()):
        # They would stand below each language.
        first, last = min(inside.values()), max(inside.values())
        shared = next(
            (n for n, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]),
            min(len(first), len(last)),
        )
        inside = {page: titles[shared:] for page, titles in inside.items()}
    # Of several directories that the user named, each is a branch; a file is one by its title.
    tops = {name: (branches[name],) if len(given) > 1 else () for name in given}
    paths: dict[int, Category] = {}
    for page in ordered:
        language, _ = said[id(page)]
        name = roots[id(page)]
        top = tops[name] if name != page.path else ()
        paths[id(page)] = (*top, *((language,) if language else ()), *inside[id(page)])
    names = {
        id(page): _title(page, directories, paths[id(page)])
        for page in ordered
        if not (_is_alone(page) and paths[id(page)])  # such a page has no branch
    }
    titles = _titles(ordered, uncounted(names, paths), paths)
    drafts = [draft for page in ordered for draft in page.drafts]
    without = [page for page in pages if not page.drafts]
    nodes = {id(page): (*tops.get(roots[id(page)], ()), *directories.titles(page, frozenset())) for page in without}
    categories: list[Category] = []
    for page in ordered:
        title = titles.get(id(page), "")
        own = list(_of_many(page, paths[id(page)], title))
        categories += own
        nodes[id(page)] = own[0] if _is_alone(page) else _below(paths[id(page)], title)
    common = _shared(categories)
    name = _common_title(ordered, directories, common[-1] if common else "")
    placed: list[tuple[Draft, Category]] = []
    for page in (*without, *ordered):
        node = nodes[id(page)]
        for text in page.introductions:
            inner = text.titles
            above = node[-1] if node else "" if page.drafts else name
            if inner and above and inner[0].casefold() == above.casefold():
                inner = inner[1:]
            placed.append((text, (*node, *inner)))
    return Tree(
        name,
        drafts,
        [path[len(common) :] for path in categories],
        [(text, path[len(common) :] if path[: len(common)] == common else path) for text, path in placed],
    )


def as_introductions(pages: Sequence[ReadPage]) -> dict[int, ReadPage]:
    """The pages, by number, that introduce their directory and ask nothing, without a draft: what they say is its text.

    That is nothing where they only give it a title, as Hugo's ``_index.md`` may. A text stands below its heading, if it has one.
    Pages are in here, too, of which something else is text: `faqtui.parsing.tree.around_pages` tells them.
    """
    below: Counter[str] = Counter()
    for directory, count in Counter([page.path.rpartition("/")[0] for page in pages if page.drafts]).items():
        parts = directory.split("/") if directory else []
        for depth in range(len(parts) + 1):
            below["/".join(parts[:depth])] += count
    found: dict[int, ReadPage] = {}
    for number, page in enumerate(pages):
        directory = page.path.rpartition("/")[0]
        if len(page.drafts) > 1 or below[directory] <= len(page.drafts):
            continue
        only = page.drafts[0] if page.drafts else None
        nothing = says_nothing(page.title)
        cover = only is not None and nothing and is_faq_title(only.question)
        beside = nothing and below["/".join(filter(None, (directory, stem(page))))]  # faq.rst, and faq/
        if not (introduces(page) or beside or cover):
            continue
        closing = only is not None and is_closing_title(only.question)
        if (
            only is not None
            and not (closing or cover)
            and (
                only.question not in _names(page) or page.matter.text("question") or looks_like_question(only.question)
            )
        ):
            continue
        own = list(page.introductions)
        if only is not None and only.answer.strip():
            titles = (only.question,) if closing else (page.title,) if _is_titled(page) else ()
            own.append(replace(only, question="", titles=titles))
        found[number] = replace(page, drafts=(), introductions=own)
    if sum(1 for page in pages if page.drafts) > 1:
        from faqtui.parsing.tree.around_pages import around  # of no use to one page

        found.update(around(pages, found))
    return found


def _names(page: ReadPage) -> tuple[str, ...]:
    """What a page is called: its title, and its first heading where it is read as the answer to that, whatever stands below."""
    return (page.title, page.headings[0][0]) if page.first is not None and page.headings else (page.title,)


def _told_apart(given: Iterable[str], directories: Directories) -> dict[str, str]:
    """What the directories that the user named are called; those of one name by their whole paths."""
    names = {path: directories.name(path) for path in given}
    times = Counter(names.values())
    return {path: name if times[name] == 1 else shown(path) for path, name in names.items()}


def _title(page: ReadPage, directories: Directories, path: Category) -> str:
    """What a page of many that stands at `path` is called; "" for one that is all its directory has to be called by."""
    title = directories.title(page)
    if title and not says_nothing(title):
        return title
    if page.path == root(page):
        return own_name(page) or title
    name = stem(page, counted=False)
    if says_more(title, name):
        return title
    if not title and not any(map(str.isalpha, name)):
        return ""
    return name if not says_nothing(name) else "" if path else title


def _titles(pages: Sequence[ReadPage], names: Mapping[int, str], paths: Mapping[int, Category]) -> dict[int, str]:
    """The title of each page that has one among `names` and several entries.

    Those that stand side by side under one title get their file's name.
    Where a third of the pages have several, a page at the top with a single one has a branch of its own too.
    """
    found: dict[int, str] = {}
    same: dict[Category, list[ReadPage]] = {}
    titled = [page for page in pages if names.get(id(page))]
    several = [page for page in titled if not _is_alone(page)]
    single = [
        page
        for page in titled
        if _is_alone(page) and page.title and not paths[id(page)] and page.title != page.drafts[0].question
    ]
    branches = {id(page) for page in (several + single if len(single) <= 2 * len(several) else several)}
    for page in pages:
        if id(page) in branches:
            found[id(page)] = names[id(page)]
            if _below(paths[id(page)], names[id(page)]) is paths[id(page)]:
                continue  # its questions stand in its directory, beside those of others of this title
            same.setdefault((*paths[id(page)], found[id(page)].casefold()), []).append(page)
    for group in same.values():
        if len(group) > 1:
            told = [stem(page) for page in group]
            if len(set(told)) < len(told):
                told = [shown(page.path) for page in group]
            for page, name in zip(group, told, strict=True):
                found[id(page)] = f"{names[id(page)]} ({name})"
    return found


def _is_alone(page: ReadPage) -> bool:
    return len(page.drafts) == 1 and not page.drafts[0].titles


def _is_titled(page: ReadPage) -> bool:
    """Whether the title of a page stands in its text, and says something."""
    return bool(page.title) and not (page.matter.text(*TITLES) or is_faq_title(page.title))


def _one_page(page: ReadPage) -> tuple[list[Category], bool]:
    """The categories of the only page's entries, and whether these are topics."""
    drafts = page.drafts
    category = own_category(page.matter)
    if any(draft.titles for draft in drafts):
        return [draft.titles or (page.title or UNSORTED,) for draft in drafts], False
    if len(drafts) == 1 and category:
        return [category], False
    about = f"{page.matter.text('description', 'summary', 'subtitle')} {_hosts(drafts)}"
    title = telling_title(page) if page.title and len(drafts) > 1 else UNSORTED
    names = topics(
        [draft.question for draft in drafts],
        [draft.answer_text for draft in drafts],
        page.topics,
        title,
        about=about,
        sources=[(draft.said.question_markdown, draft.answer) for draft in drafts],
    )
    return [(name,) for name in names], True


def _saying_nothing(drafts: Sequence[Draft]) -> Category:
    """The title that all categories of a page stand below, where it only says that questions or answers follow."""
    first = drafts[0].titles[:1]
    alike = bool(first) and all(len(draft.titles) > 1 and draft.titles[:1] == first for draft in drafts)
    return first if alike and (says_nothing(first[0]) or first[0] in ANSWERS) else ()


def _of_many(page: ReadPage, path: Category, title: str) -> Iterator[Category]:
    """The categories of one page of many, which stands at `path` and has this `title` if it has several entries."""
    category = own_category(page.matter, tags=not path)
    for draft in page.drafts:
        found = path
        if _is_alone(page):
            if not category and not path and draft.tags:
                category = draft.tags[:1]
            if category and not (path and path[-1].casefold() == category[0].casefold()):
                found = (*path, *category)
            elif not path and title:
                found = (title,)
            if found != (title,) and _is_titled(page) and page.title.casefold() != draft.question.casefold():
                found = _below(found, page.title)
        else:
            found = _below(path, title)
        again = bool(found and draft.titles) and found[-1].casefold() == draft.titles[0].casefold()
        yield (*found, *draft.titles[again:]) or (UNSORTED,)


def _below(path: Category, title: str) -> Category:
    """The category of a page with several entries, which stands at `path`: its title, unless that is said already."""
    return (*path, title) if title and not (path and path[-1].casefold() == title.casefold()) else path


def _shared(paths: Sequence[Category]) -> Category:
    """The first titles that every entry shares, which are left out: a tree with one root says nothing."""
    shortest = min(map(len, paths))
    first, last = min(paths), max(paths)
    count = next((n for n, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), shortest)
    return first[: min(count, shortest - 1)]


def _common_title(pages: Sequence[ReadPage], directories: Directories, shared: str) -> str:
    """The title of a library of many documents: of what introduces them, of what they all `shared`, or of their directory."""
    first = directories.root_title
    if first:
        return first
    if introduces(pages[0]) and pages[0].title and not says_nothing(pages[0].title):
        return pages[0].title
    if not directories.has_one_root:
        return "FAQ"
    path = pages[0].path.split("/")
    given = path[: pages[0].root]
    return (
        shared
        or telling_directory(given)
        or (shown(given[-1]) if given and given[-1] not in {"", ".", ".."} else "FAQ")
    )


def _hosts(drafts: Sequence[Draft]) -> str:
    """The words of the host names that a third of the links lead to: the names of the page's own product."""
    words: Counter[str] = Counter()
    count = 0
    for draft in drafts:
        for link in draft.links:
            match = _HOST.match(link.url)
            if match:
                count += 1
                words.update(set(match[1].lower().split(".")))
    return " ".join(word for word, times in words.items() if times > 0.33 * count and times > 2)
