"""Reading one document by itself: its front matter, its sections as drafts of entries, its diagnostics, its anchors."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any

from faqtui.markdown.blocks import Block
from faqtui.markdown.dialects import emoji_names
from faqtui.markdown.dialects.attribute_lists import without_list
from faqtui.markdown.inline import inline
from faqtui.markdown.link_targets import References
from faqtui.markdown.scan import Scan, plain_paragraphs
from faqtui.model import Category, Document, Source
from faqtui.parsing import index_pages, lint, other_formats
from faqtui.parsing.codes import diagnostic
from faqtui.parsing.draft import Body, Draft, ReadPage
from faqtui.parsing.extract import Extract, extract
from faqtui.parsing.front_matter import LISTED, TITLES, FrontMatter, line_of, scalar, split
from faqtui.parsing.identity import slug
from faqtui.parsing.kinds import kind_of
from faqtui.parsing.links import inward
from faqtui.parsing.paperwork import paperwork
from faqtui.parsing.questions.candidate import Candidate
from faqtui.parsing.questions.choosing.reading import Reading
from faqtui.parsing.questions.elements.counted_labels import uncounted
from faqtui.parsing.questions.labels import has_label
from faqtui.parsing.questions.sections import Section, Segments
from faqtui.parsing.questions.segment import segment
from faqtui.parsing.questions.titles import plain_title
from faqtui.parsing.questions.wording import looks_like_question
from faqtui.parsing.site_dialects import as_markdown
from faqtui.parsing.tree import arrange
from faqtui.parsing.tree.own_categories import named
from faqtui.parsing.tree.topics import rules_problem
from faqtui.patterns import pattern
from faqtui.sources import CONTENTS_PAGES, METADATA

_COMMENT_TAGS = pattern(
    r"<!--\s*(?:tags|categor(?:y|ies))\s*:\s*+[(\[]?([^()\[\]>]{0,499}?[^()\[\]>\s])[)\]]?\s*+-->", re.IGNORECASE
)
_CLOSERS = pattern(r"</([A-Za-z][\w.-]*)\s*>")

_FEW_DRAFTS = 4
"""Questions from which a page may list them in groups above."""

_IN_FULL = 2
"""Names of titles before those of what menus call a page, whose own heading says more."""

_IMPORTS = pattern(r"^import\s+(?:\{([^{}]*)\}|(\w+))", re.MULTILINE)


def read_page(document: Document, tell: Callable[[int], None] | None = None, *, whole: bool = False) -> ReadPage:
    """Read one document; with `whole` as the answer to its title. Nothing it says raises.

    `tell` is called with the lines that are done, now and then.
    """
    if document.path.rpartition("/")[2] in METADATA | CONTENTS_PAGES:
        from faqtui.parsing import metadata  # 0.4 ms with what it stands on

        if (about := metadata.read(document)) is not None:
            about = about.reduced()
            return ReadPage(document.path, document.root, "", about, diagnostics=document.diagnostics, is_metadata=True)
    if document.path.count("/") >= document.root and (what := paperwork(document.path, document.text)):
        told = diagnostic("left-out", document.path, 1, f"left out: {what}")
        return ReadPage(document.path, document.root, "", FrontMatter(), diagnostics=[*document.diagnostics, told])
    if not document.text and any(found.code == "unread-format" for found in document.diagnostics):
        return ReadPage(
            document.path, document.root, "", FrontMatter(), diagnostics=document.diagnostics, is_metadata=True
        )
    converted = other_formats.converted(document)
    if converted is not None:
        if converted.asked is not None:
            page = _page(document, FrontMatter(), Scan([]), other_formats.segments(converted, len(document.text)), tell)
            listed = converted.contents
        else:
            markdown = document._replace(text="\n".join(converted.lines), diagnostics=())
            matter, scan, segments = _cut(markdown, whole=whole, rest=converted.plain, plain=converted.typed)
            page = _page(markdown, matter, scan, segments, None)
            listed = converted.contents + _listed(page, scan, segments)
        return _grouped(other_formats.placed(page, document, converted), listed)
    matter, scan, segments = _cut(document, whole=whole, plain=_may_be_plain(document))
    page = _page(document, matter, scan, segments, tell)
    return _grouped(page, _listed(page, scan, segments))


def _listed(page: ReadPage, scan: Scan, segments: Segments) -> list[tuple[Category, str]]:
    """The rows of a table of contents of a page whose questions are in one category, or in none, up to the last of them."""
    drafts = page.drafts
    first = next((draft for draft in drafts if draft.titles == drafts[-1].titles), None)
    if len(drafts) < _FEW_DRAFTS or first is None or (first is not drafts[0] and first is not drafts[1]):
        return []
    before = first.source.start_line - 1
    near = takewhile(lambda block: block.start < before, scan.blocks)
    if not segments.contents and not any("](#" in block.text for block in near):
        return []
    from faqtui.parsing.tree import listed_groups  # few pages have such a table

    return list(listed_groups.rows(scan.blocks, before, segments.contents))


def _grouped(page: ReadPage, listed: list[tuple[Category, str]]) -> ReadPage:
    if not listed:
        return page
    from faqtui.parsing.tree import listed_groups

    return listed_groups.grouped(page, listed)


def weighed(document: Document) -> list[Reading]:
    """The ways to read a document that were weighed, the one that is taken first; none where nothing was."""
    converted = other_formats.converted(document)
    if converted is None:
        return _cut(document, whole=False, plain=_may_be_plain(document))[2].readings
    if converted.asked is not None:
        return []
    text = document._replace(text="\n".join(converted.lines))
    return _cut(text, whole=False, rest=converted.plain, plain=converted.typed)[2].readings


def _may_be_plain(document: Document) -> bool:
    return not document.path.lower().endswith(other_formats.MARKDOWN)


def _cut(
    document: Document, *, whole: bool, plain: bool = False, rest: int | None = None
) -> tuple[FrontMatter, Scan, Segments]:
    """The front matter of a document in Markdown, its blocks, and what it is cut into.

    Of one that is `plain`, titles may be underlined as no Markdown is, and tables of contents lead nowhere. From line `rest` on
    (from 0) no markup is looked for.
    """
    lines = document.text.split("\n")
    matter = split(lines)
    # Its lines stay, blank, so that every line number is the file's own.
    above = ["" if line.startswith("#") else line for line in lines[: matter.start]]
    body = above + [""] * (matter.lines - matter.start) + lines[matter.lines :]
    if plain:
        from faqtui.parsing.plain.brackets import with_sections
        from faqtui.parsing.plain.bullets import with_items
        from faqtui.parsing.plain.contents import without_contents  # 0.2 ms that Markdown does not pay
        from faqtui.parsing.plain.laid_out import with_texts
        from faqtui.parsing.plain.problems import with_labels
        from faqtui.parsing.plain.underlined import with_headings, with_spaces

        body = with_items(with_sections(with_labels(with_texts(with_headings(without_contents(with_spaces(body)))))))
    body = uncounted(as_markdown(body, document.text, front_matter=matter.lines > 0))
    scan = Scan(body, rest, len(document.text))
    if "---" in document.text or "+++" in document.text:
        from faqtui.parsing import joined_files  # of no use to many starts

        if joined_files.parted(scan, body):
            scan = Scan(body, rest, len(document.text))
    data: list[Section] = []
    if any(b.kind == "import" for b in scan.blocks):
        from faqtui.markdown.dialects import modules
        from faqtui.parsing.questions.elements import exported  # of no use to most starts

        data, shown, spans = exported.read(
            body, [b.start for b in scan.blocks if b.kind == "import" and b.text[0] == "e"]
        )
        spans += modules.spans(scan.blocks, body, everywhere=document.path.lower().endswith(".mdx"))
        for start, end in spans:
            body[start:end] = [""] * (end - start)
        body = exported.without_components(body, shown)
        scan = Scan(body, rest, len(document.text)) if spans else scan
    titled = sum(block.kind == "heading" and block.level == 1 for block in scan.blocks) == 1
    names = TITLES[:_IN_FULL] if titled else TITLES
    key = next((name for name in names if matter.text(name)), "")
    answered = other_formats.answered_in_front_matter(matter.data, lines[: matter.lines])
    segments = segment(
        scan,
        title=matter.text(key) if key else "",
        title_line=line_of(lines[: matter.lines], key),
        fallback=_stem(document.path),
        question=answered.question if answered is not None else matter.text("question"),
        whole=whole,
    )
    if answered is not None:
        segments.sections = [other_formats.above(answered, segments.sections)]
    held = other_formats.in_front_matter(matter.data, lines[: matter.lines], segments.sections)
    asked = held + data
    if listed := index_pages.settled(document, segments, body):
        matter = matter._replace(data={**matter.data, LISTED: listed})
    if asked:
        segments.sections = [s for s in segments.sections if not _is_blank(s)]
        if not any(looks_like_question(without_list(section.question)) for section in segments.sections):
            other_formats.tell_below(segments)
        segments.sections = asked + segments.sections
    return matter, scan, segments


def _is_blank(section: Section) -> bool:
    """Whether a section says nothing: only a component stood in it that shows data."""
    return section.style in {"page", "heading"} and not any(text.strip() for _, text in section.lines)


def _page(
    document: Document, matter: FrontMatter, scan: Scan, segments: Segments, tell: Callable[[int], None] | None
) -> ReadPage:
    lines = document.text.split("\n")
    components = _components(document.text)
    references = {label: definition.url for label, definition in scan.definitions.items()}
    tags = tuple(map(emoji_names.shown, matter.words("tags", "keywords", "labels") or _comment_tags(scan)))
    starts = [block.start for block in scan.blocks]

    def draft(section: Section) -> Draft:
        return _draft(
            document,
            section,
            scan,
            starts=starts,
            references=references,
            components=components,
            tags=tags,
            beyond=segments.left.get(section.style),
        )

    drafts = []
    for number, section in enumerate(segments.sections):
        if tell is not None and number % 64 == 0:
            tell(section.start)
        drafts.append(draft(section))
    diagnostics = list(document.diagnostics)
    diagnostics += lint.check(document, matter, scan, segments, drafts)
    problem = rules_problem(matter.data.get("topics"))
    if problem:
        line = line_of(lines[: matter.lines], "topics") + 1
        diagnostics.append(diagnostic("front-matter-shape", document.path, line, problem))
    given = segments.title in {matter.text("title"), matter.text("linkTitle"), matter.text("sidebar_label")}
    title = segments.title or next((c.plain for c in segments.headings if c.line not in segments.contents), "")
    others = [draft.question for draft in drafts if draft.question != title]
    told = [question.casefold() for question in others if not looks_like_question(question)]
    return ReadPage(
        document.path,
        document.root,
        emoji_names.shown(segments.title) if given else segments.title,
        named(matter).reduced(arrange.READ),
        drafts,
        [draft(section) for section in segments.introductions],
        diagnostics,
        headings=_headings(segments.headings, lines),
        explicit=_explicit(document.text, lines),
        aliases=_mapping(matter.data.get("aliases")),
        topics=_mapping(matter.data.get("topics"), fold=False),
        sections=tuple(told),
        asking=max(sum(1 for c in segments.headings if c.asks and c.plain != title), len(others) - len(told)),
    )


def _comment_tags(scan: Scan) -> tuple[str, ...]:
    """Tags in a comment: ``<!-- tags: (css, html) -->``."""
    for block in scan.blocks:
        if block.kind == "comment":
            match = _COMMENT_TAGS.match(block.text)
            if match:
                return tuple(word.strip() for word in match[1].split(",") if word.strip())
    return ()


def _draft(
    document: Document,
    section: Section,
    scan: Scan,
    *,
    starts: Sequence[int],
    references: Mapping[str, str],
    components: frozenset[str],
    tags: tuple[str, ...],
    beyond: int | None,
) -> Draft:
    """An entry, or text without a question; what stands from line `beyond` on is taken as plain text."""
    question = plain_title(section.question, References(references), components)
    text = [line for _, line in section.lines]
    numbers = [number for number, _ in section.lines]
    used = References(references)
    own: Container[str] = ()
    blocks = None
    plain_from = len(text) if beyond is None else bisect_left(numbers, beyond)
    if plain_from == len(text):
        blocks = _blocks_of(section, scan, starts)
    if blocks is not None:
        content = extract(blocks, range(len(scan.lines)), used, components)
        own = {k for k in used.used if k in scan.definitions and numbers[0] <= scan.definitions[k].start <= numbers[-1]}
    elif text and (plain := plain_paragraphs(text)) is not None:
        content = extract(plain, numbers, used, components)
    elif text:
        answer_scan = Scan(text, plain_from)
        own = answer_scan.definitions
        content = extract(answer_scan.blocks, numbers, used, components)
    else:
        content = Extract()
    missing = [label for label in used.used if label not in own and label in scan.definitions]
    definitions = [scan.definitions[label].text for label in missing]
    answer = "\n".join(text)
    if definitions:
        answer += "\n\n" + "\n".join(definitions)
    body = Body(
        question_markdown=" ".join(section.question.split()),
        answer=answer,
        links=tuple(content.links),
        code_blocks=tuple(content.code_blocks),
        answer_text="\n".join(content.text),
        text_lines=tuple([number + 1 for number in content.lines]),
        lines=_lines(numbers),
    )
    return Draft(
        question=question,
        source=Source(document.path, section.start + 1, section.end),
        titles=tuple(t for t in map(plain_title, section.path) if t),
        tags=tags,
        kind=kind_of(question),
        inward=inward(body.links, answer),
        body=body,
        slug=slug(question) if question else "",
    )


def _lines(numbers: Sequence[int]) -> Sequence[int]:
    """Line numbers from 0 as line numbers from 1."""
    if numbers and numbers[-1] - numbers[0] == len(numbers) - 1:
        return range(numbers[0] + 1, numbers[-1] + 2)
    return [number + 1 for number in numbers]


def _blocks_of(section: Section, scan: Scan, starts: Sequence[int]) -> list[Block] | None:
    """The blocks of an answer that is a run of the document's lines and of its blocks: scanning it again doubles the time."""
    if not section.is_verbatim(scan.lines):
        return None
    first, last = section.lines[0][0], section.lines[-1][0]
    low, high = bisect_left(starts, first), bisect_right(starts, last)
    if low and scan.blocks[low - 1].end > first:
        return None
    return scan.blocks[low:high] if high > low and scan.blocks[high - 1].end <= last + 1 else None


def _components(text: str) -> frozenset[str]:
    """Names of tags that are closed somewhere, or imported: markup, not placeholders."""
    if ("<" not in text or "</" not in text) and "import " not in text:
        return frozenset()
    names = set(_CLOSERS.findall(text))
    for several, single in _IMPORTS.findall(text):
        names.update(part.strip().split(" as ")[-1].strip() for part in several.split(",") if part.strip())
        if single:
            names.add(single)
    return frozenset(names)


def _stem(path: str) -> str:
    """A title made of a file's name; none for standard input."""
    if path == "-":
        return ""
    name = path.rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    return re.sub(r"^\d+[-_. ]+(?=\D)", "", stem).replace("_", " ").replace("-", " ").strip() or stem


def _mapping(value: object, *, fold: bool = True) -> dict[str, tuple[str, ...]]:
    """A front matter mapping of a name to words, whatever shape it has."""
    if not isinstance(value, dict):
        return {}
    made: dict[str, tuple[str, ...]] = {}
    for key, words in list(value.items())[:2000]:
        name = scalar(key)
        given: Iterable[Any] = words if isinstance(words, list) else scalar(words).split(",")
        found = tuple(word for word in (scalar(w).strip() for w in list(given)[:200]) if word)
        if name and found:
            made[name.casefold() if fold else name] = tuple(w.casefold() for w in found) if fold else found
    return made


_EXPLICIT = pattern(
    r"\{:?[^{}#]{0,200}#([^\s{}]++)[^{}]*\}|^\(([^()\s]+)\)=$|<[A-Za-z][\w]*\b[^<>]*?\b(?:id|name)\s*=\s*[\"']?([^\s\"'<>]+)"
    r"|(?<=[ \t]):id=([\w-]{1,80})[ \t]{0,20}$|(?<=[ \t])\[#([^\W\d][\w-]{0,80})\](?:[ \t]{0,4}\[!?toc\])?[ \t]{0,20}$"
)


def _headings(headings: Sequence[Candidate], lines: list[str]) -> list[tuple[str, int]]:
    found = [(c.plain, c.line + 1) for c in headings]
    for c in headings:  # an anchor is made of the whole line, "Q1: " and all, and of the names of emoji
        whole = lines[c.line].lstrip("# \t") if c.line < len(lines) else ""
        if (c.asks and has_label(whole)) or emoji_names.named(whole):
            found.append((" ".join(inline(emoji_names.spelled_out(whole))[0].split()), c.line + 1))
    return found


def _explicit(text: str, lines: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    # One character is looked for twenty times as fast as several: 4 MB take 0.2 ms.
    may_have = "{" in text or "=" in text or "[" in text
    if may_have and any(mark in text for mark in ("{#", "{:", "id=", "name=", ")=\n", " [#")):
        for number, line in enumerate(lines, 1):
            of_title = line.startswith("#") and (":id=" in line or " [#" in line)
            if "{" in line or "<" in line or line.endswith(")=") or of_title:
                for match in _EXPLICIT.finditer(line):
                    found.setdefault(match[1] or match[2] or match[3] or match[4] or match[5], number)
    return found
