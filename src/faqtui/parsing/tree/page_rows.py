"""What a page that lists others says on its lines: the rows that lead to these, however they are written, and their groups.

`as_rows` writes HTML, the ``{toctree}`` of MyST, lists of terms and checklists as rows of Markdown, line for line; `rows` has the
pages with the titles above them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from faqtui.parsing.front_matter import BETWEEN
from faqtui.parsing.questions.candidate import Candidate
from faqtui.patterns import pattern
from faqtui.records import NamedTuple

_TO = r"\[[^\[\]\n]{1,300}\]\(<?(?![a-z][a-z0-9+.-]*:|//|#)[^()<>\s]{1,300}>?(?:[ \t]{1,9}\"[^\"\n]{0,200}\")?\)"
"""A link to another page."""

_ROW = pattern(
    r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?[ \t]+)?"
    rf"(?:\*\*|__)?{_TO}"
    r"(?:\*\*|__)?(?:[ \t]*[:\u2013\u2014-][ \t][^\n]{1,200})?[ \t]*$"
)
"""A row that leads to another page, and may say what is there."""

_ELSEWHERE = pattern(
    r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\[[^\[\]\n]{1,300}\]\(<?(?:[a-z][a-z0-9+.-]{1,20}:|//)[^()<>\s]{1,300}>?\)[ \t]*$"
)
"""A row that leads out of the site."""

_TITLED = pattern(rf"(?:\d{{1,3}}\.?[ \t]+)?{_TO}$")
"""A title that leads to one."""

_TABLE = pattern(r"[ \t]*\|")
"""A row of a table."""

_WIKI_ROW = pattern(
    r"[ \t]{0,12}[-*+][ \t]{1,4}\[\[([^\[\]\n]{1,200})\]\](?:[ \t]{0,4}[:\u2013\u2014-][ \t][^\n]{1,200})?[ \t]{0,9}$"
)

_BARE = pattern(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+[^\n\[\]<>]{1,120}$")
"""A row that is yet to lead somewhere."""

_BOLD = pattern(r"[ \t]{0,3}(?:\*\*|__)([^*_\n\[\]]{1,80})(?:\*\*|__):?[ \t]*$")
_TARGET = pattern(r"\]\(<?([^()<>\s]{1,300})>?(?:[ \t]{1,9}\"[^\"\n]{0,200}\")?\)")
_LINK = pattern(r"\[[^\[\]\n]{1,300}\]\(<?[^()<>\s]{1,300}>?\)")
_BESIDE = pattern(_TO)
_LONGEST_WAY, _FEW_WORDS = 250, 60
"""Characters of a line that says on which page something is, and of it without what leads there."""

_BELOW = 10
"""The level of what stands below all headings, at the margin."""

_WRITTEN = pattern(
    r"\{\{[<%]-?[ \t]*(?:rel)?ref[ \t]+\"?([^\s\"{}]{1,300})\"?[ \t]*-?[>%]\}\}"
    r"|\{%-?[ \t]*(?:link|post_url)[ \t]+([^\s{}%]{1,300})[ \t]*-?%\}"
    r"|\{\{[ \t]*(?:site\.(?:base)?url|base|\$?base_?url)[ \t]*\}\}()"
)
"""How sites write the address of a page: ``{{< ref "page" >}}``, ``{% link _faq/page.md %}``, ``{{ site.baseurl }}/faq/page``."""

_TREE = pattern(r"[ \t]{0,3}(`{3,}|:{3,}|~{3,})\{toctree\}[ \t]*$")
_CAPTION = pattern(r":caption:[ \t]*(\S.{0,200})$")
_NAMED = pattern(r"([^<>]{0,200})<([^<>\s]{1,300})>$")
_BOX = pattern(r"([ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]{1,4})\[[ xX]\][ \t]{1,4}")
_ALONE = pattern(rf"[ \t]{{0,3}}({_TO})[ \t]{{0,9}}(?:\\|<br[ \t]{{0,3}}/?>)?[ \t]{{0,9}}$")
_NOTED = pattern(r"(\]\([^()\n]{1,300}\))[ \t]+\([^()\n]{1,80}\)[ \t]*$")
_TAG = pattern(r"<[^<>]{0,300}>")
_LABELS = ("<summary", "<dt", "<b>", "<strong", "<h2", "<h3", "<h4", "<details", "<p>", "<caption", "<li>")
"""What elements begin with that name what follows."""

_LABEL = pattern(
    r"[ \t]{0,3}(?:\*\*|__)?([^\W\d_][^\n:*_|<>\[\]`]{0,58})(?:\*\*|__)?[:\uff1a](?:\*\*|__)?(?=[ \t]{0,9}(?:$|\[))"
)
"""A short line before a colon, which names the rows below or behind it."""

_FEWEST_LABELS = 2
"""Lines that end with a colon above rows, from which they are the names of groups: one may say what all rows are."""


class PageLine(NamedTuple):
    """A line of an index as Markdown, and the pages it leads to, each with the name that the line itself gives their group."""

    text: str
    leads: tuple[tuple[str, str], ...] = ()


def as_rows(lines: Sequence[str]) -> list[PageLine]:
    """The lines of a page, with what leads to other pages as Markdown has it."""
    written = _trees([_plain(_addressed(line)) for line in lines])
    if any(line.lstrip()[:2] == ": " for line in written):
        written = _terms(written)
    tables = _tables(written)
    found: list[PageLine] = []
    labels: list[int] = []
    for number, line in enumerate(written):
        if number in tables:
            found.append(PageLine(line, tables[number]))
        elif "](" in line or "[[" in line:
            found.append(PageLine(line, _leads(line)))
        else:
            if _LABEL.fullmatch(line.rstrip()) is not None and _is_above_rows(written, number):
                labels.append(number)
            found.append(PageLine(line))
    if len(labels) >= _FEWEST_LABELS:
        for number in labels:
            found[number] = PageLine("**" + found[number].text.strip().strip("*_:\uff1a") + "**")
    return found


def _is_above_rows(written: Sequence[str], number: int) -> bool:
    below = next((line for line in written[number + 1 : number + 3] if line.strip()), "")
    return is_row(below)


def _addressed(line: str) -> str:
    """A line with the address of a page as Markdown has it, however a site writes it."""
    if "{" not in line:
        return line
    return _WRITTEN.sub(lambda found: found[1] or (f"/{found[2]}" if found[2] else ""), line)


def _plain(line: str) -> str:
    """A line of HTML, or of a list with boxes, as Markdown."""
    if "<" in line and ">" in line:
        line = _without_tags(line)
    if "[" not in line:
        return line
    if line.lstrip()[:1] == "[" and (alone := _ALONE.match(line)) is not None:
        return f"- {alone[1]}"
    line = _BOX.sub(r"\1", line)
    return _NOTED.sub(r"\1", line) if line.rstrip().endswith(")") else line


def _without_tags(line: str) -> str:
    """A line whose tags hold a link or a name as the row or the bold line that it is; any other as it is."""
    stripped = line.lstrip()
    if not stripped.startswith("<"):
        return line
    indent = line[: len(line) - len(stripped)]
    before, found, rest = stripped.partition("<a ")
    if found:
        attributes, _, rest = rest.partition(">")
        text, closed, after = rest.partition("</a>")
        address = attributes.partition("href=")[2]
        address = address[1:].partition(address[0])[0] if address[:1] in {'"', "'"} else address.partition(" ")[0]
        text, after = (_TAG.sub("", said).strip() for said in (text, after))
        if not closed or not address or not text or _TAG.sub("", before).strip():
            return line
        said = after.lstrip("-:\u2013\u2014 ")
        return f"{indent}- [{text}]({address})" + (f" - {said}" if said else "")
    said = _TAG.sub("", stripped).strip()
    if not said:
        return ""
    if stripped.startswith("<li") and "](" not in said:
        return f"{indent}- {said}"
    return f"**{said}**" if stripped.startswith(_LABELS) and len(said) <= 80 and "](" not in said else line


def _trees(lines: list[str]) -> list[str]:
    """The lines with what stands in each ``{toctree}`` as rows below its caption."""
    closing = ""
    for number, line in enumerate(lines):
        if not closing:
            opened = _TREE.match(line) if "{toctree}" in line else None
            if opened is not None:
                closing, lines[number] = opened[1], ""
            continue
        said = line.strip()
        if said.startswith(closing):
            closing, lines[number] = "", ""
        elif said.startswith(":"):
            caption = _CAPTION.match(said)
            lines[number] = f"**{caption[1]}**" if caption is not None else ""
        elif said:
            named = _NAMED.match(said)
            target = named[2] if named is not None else said
            title = named[1].strip() if named is not None else ""
            leads = target != "self" and " " not in target
            lines[number] = f"- [{title or target}]({target})" if leads else ""
    return lines


def _terms(lines: list[str]) -> list[str]:
    """The lines with lists of terms as bold lines above rows."""
    for number, line in enumerate(lines):
        if line.lstrip()[:2] != ": " or "](" not in line:
            continue
        lines[number] = f"- {line.lstrip()[2:].strip()}"
        above = lines[number - 1].strip() if number else ""
        if above and "](" not in above and above[:1] not in "*-#:|" and len(above) <= 80:
            lines[number - 1] = f"**{above}**"
    return lines


def _leads(line: str) -> tuple[tuple[str, str], ...]:
    """The pages that a line leads to: one of a row, those of a line that names them."""
    if (wiki := _WIKI_ROW.match(line)) is not None:
        return ((wiki[1].rpartition("|")[2].strip().replace(" ", "-"), ""),)
    if is_row(line):
        return ((target[1], "") if (target := _TARGET.search(line)) is not None else ("", ""),)
    bare = line.lstrip().removeprefix("- ").removeprefix("* ")
    label = _LABEL.match(bare) if bare.count("](") > 1 else None
    if label is None or any(map(str.isalnum, _LINK.sub("", bare[label.end() :]))):
        return ()
    return tuple((target, label[1].strip()) for target in _TARGET.findall(bare) if not _is_away(target))


def _is_away(target: str) -> bool:
    return ":" in target or target.startswith(("//", "#"))


def _tables(lines: Sequence[str]) -> dict[int, tuple[tuple[str, str], ...]]:
    """The rows of tables that lead to other pages, with the name of the group that each page stands in.

    That is the head of its column where several lead, and else what stands in the first where that comes again.
    """
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    at = 0
    while at < len(lines):
        if "|" not in lines[at] or _TABLE.match(lines[at]) is None:
            at += 1
            continue
        stop = at
        while stop < len(lines) and _TABLE.match(lines[stop]) is not None:
            stop += 1
        found.update(
            _table([[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines[at:stop]], at)
        )
        at = stop
    return found


def _table(table: Sequence[Sequence[str]], start: int) -> Mapping[int, tuple[tuple[str, str], ...]]:
    leading: dict[int, list[tuple[int, str]]] = {}
    for number, cells in enumerate(table[2:], 2):
        places = [
            (place, target)
            for place, cell in enumerate(cells)
            for target in _TARGET.findall(cell)
            if not _is_away(target)
        ]
        if places:
            leading[number] = places
    columns = {place for places in leading.values() for place, _ in places}
    if len(columns) > 1:
        heads = table[0]
        return {
            start + number: tuple((target, heads[place] if place < len(heads) else "") for place, target in places)
            for number, places in leading.items()
        }
    firsts = [table[number][0] for number in leading if leading[number][0][0] > 0]
    again = len(set(firsts)) < len(firsts) or any(len(places) > 1 for places in leading.values())
    return {
        start + number: tuple((target, table[number][0] if again and place > 0 else "") for place, target in places)
        for number, places in leading.items()
    }


def is_row(line: str) -> bool:
    """Whether a line is a row that leads to another page."""
    return _ROW.match(line) is not None


def is_title_that_leads(title: str) -> bool:
    """Whether a title leads to another page."""
    return _TITLED.match(title) is not None


def is_bare(line: str) -> bool:
    """Whether a line is a row that leads nowhere yet."""
    return _BARE.match(line) is not None


def leads_elsewhere(line: str) -> bool:
    """Whether a line is a row that leads out of the site."""
    return _ELSEWHERE.match(line) is not None


def names_rows(lines: Sequence[PageLine], place: int) -> bool:
    """Whether a line in bold names the rows right below it."""
    below = next((line for line in lines[place + 1 : place + 3] if line.text.strip()), None)
    return below is not None and bool(below.leads) and _BOLD.match(lines[place].text) is not None


def says_where_it_is(line: str) -> bool:
    """Whether a line says no more than on which other page something is: "See [firing](firing.md)."."""
    found = _LINK.findall(line) if len(line) <= _LONGEST_WAY else []
    return len(found) == 1 and _BESIDE.search(line) is not None and len(_LINK.sub("", line)) <= _FEW_WORDS


def rows(headings: Sequence[Candidate], lines: Iterable[PageLine]) -> list[str]:
    """The pages that a list names, each with the titles it stands below in the list: none of these where all stand below one."""
    titles = {heading.line: heading for heading in headings}
    top = min((heading.level for heading in headings), default=0)
    first = headings[0].line if headings and sum(heading.level == top for heading in headings) == 1 else -1
    above: list[tuple[int, str]] = []  # the headings, and below them the items by their indentation
    found: list[tuple[str, ...]] = []
    for number, (line, leading) in enumerate(lines):
        leads, heading = leading, titles.get(number)
        level = _BELOW + len(line) - len(line.lstrip()) if heading is None else heading.level
        if heading is not None and not leads and (target := _TARGET.search(line)) is not None:
            leads = ((target[1], ""),)
        bold = _BOLD.match(line) if not leads and heading is None else None
        bare = not leads and heading is None and is_bare(line)
        if leads or heading is not None or bold or bare:
            while above and above[-1][0] >= level - (bold is not None):
                above.pop()
        if leads:
            around = tuple(title for _, title in above if title)
            found += [(target, *around, *filter(None, [group])) for target, group in leads if "#" not in target]
        elif heading is not None and number != first:
            above.append((level, heading.plain))
        elif bold:
            above.append((level - 1, bold[1].rstrip(":")))
        elif bare:
            above.append((level, line.lstrip().lstrip("0123456789").lstrip("-*+.)").strip(" \t:_*")))
    several = len({row[1:] for row in found}) > 1
    return [BETWEEN.join(row if several else row[:1]) for row in found]
