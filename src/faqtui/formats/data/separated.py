"""Tables of questions and answers whose cells commas, semicolons or tabs separate, as spreadsheets export them.

The first row names the columns (`data_names`), where these are in several languages too; without one, a table whose first
column asks, or the second beside a number or a category, is read by its order. A row is a mapping of these names to its
cells, and read as `data_questions` reads those: categories beside, answers in HTML, further columns under their names.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from faqtui.formats.converted import Asked, Converted
from faqtui.formats.data.data_columns import places_of
from faqtui.formats.data.data_languages import are_in_languages, join_languages
from faqtui.formats.data.data_names import ANSWERING, ASKING, GROUPING
from faqtui.formats.data.data_questions import Walker
from faqtui.formats.data.data_reading import leave_labels, make_safe
from faqtui.formats.data.data_shapes import asks, name_of
from faqtui.formats.data.data_standing import is_called_faq, name_of_file
from faqtui.formats.html.html_plain import most_elements
from faqtui.formats.nodes import MAX_CHARACTERS, Node, NotRead, of_text
from faqtui.formats.reading import most_lines

SEPARATORS = (",", ";", "\t", "|")

MAX_COLUMNS = 60
"""Columns that are told apart; what stands in those beyond is text of the last."""

CELLS = 2
"""Cells that are read for each row that may be read."""

_STATED = re.compile(r"sep=([^\w\s\"']|\t)$", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(?:p|par|para|paragraph|line)\d{1,2}$")
_NUMBER = re.compile(r"[-+]?[\d.,]+%?$|(?:true|false|null)$", re.IGNORECASE)
_LONGEST_NAME = 60
_MOST_ABOVE = 5
"""Rows among which the names of columns are: those above have one cell, such as the title of the table."""

_LOOKED_AT = 50
"""Rows by which the separator of a table without names is found."""


class _Row:
    """A row on lines `start` to before `end`, from 0: its cells, each with the line that it begins on."""

    __slots__ = ("cells", "end", "start")

    def __init__(self, start: int, end: int, texts: Sequence[str]) -> None:
        self.start, self.end = start, end
        self.cells: list[tuple[int, str]] = []
        for text in texts:
            self.cells.append((start, text))
            start += text.count("\n")


def of_commas(text: str, path: str = "") -> Converted:
    """The text of a ``.csv`` file. Raises NotRead."""
    return _converted("CSV", text, SEPARATORS, path)


def of_tabs(text: str, path: str = "") -> Converted:
    """The text of a ``.tsv`` file. Raises NotRead."""
    return _converted("TSV", text, ("\t", *SEPARATORS), path)


def names_columns(line: str) -> bool:
    """Whether a line of any text is the first row of such a table: it names questions and answers, by no other words."""
    for sign in SEPARATORS:
        keys = {name_of(name) for name in _cells(line, sign)} if sign in line else set()
        if keys & ASKING and keys & ANSWERING:
            return True
    return False


def is_asking(text: str, path: str = "") -> bool:
    """Whether a file that begins with this text is a table with questions and answers."""
    lines, first, separators = _begun(text, SEPARATORS)
    csv.field_size_limit(MAX_CHARACTERS)
    return _read_by(lines, first, separators, called=is_called_faq(name_of_file(path)))[1] is not None


def _cells(line: str, sign: str) -> list[str]:
    return [cell.strip().strip('"').strip() for cell in line[:4_000].split(sign)]


def _columns(names: Sequence[str]) -> list[str] | None:
    """The names of the columns, those of question and answer as one word each; None where these are not named."""
    if any(len(name) > _LONGEST_NAME for name in names):
        return None
    if are_in_languages(names):
        return list(names)  # each row is put together as one in several languages
    keys = [name_of(name) for name in names]
    asking, answering = places_of(names)
    if answering is None and asking is not None:
        answering = next((n for n, key in enumerate(keys) if _PARAGRAPH.match(key)), None)
    if asking is None or answering is None:
        return None
    found = list(names)
    found[asking], found[answering] = "question", "answer"
    for place, key in enumerate(keys):
        if place not in {asking, answering} and (key in ASKING or key in ANSWERING):
            found[place] = f"{names[place]} "  # one more: it stands below the answer, under its name
    return found


def _converted(name: str, text: str, separators: Sequence[str], path: str) -> Converted:
    if len(text) > MAX_CHARACTERS:
        raise NotRead(f"it is longer than {MAX_CHARACTERS // 1_000_000} MB")
    lines, first, separators = _begun(text, separators)
    csv.field_size_limit(MAX_CHARACTERS)  # of the whole process, where nothing else reads such tables
    sign, columns = _read_by(lines, first, separators, called=is_called_faq(name_of_file(path)))
    if columns is None:
        return Converted(name, asked=[])
    most = most_lines(len(text))
    rows = _rows(lines, first, sign)
    above = [text for _ in range(columns.above) for _, text in next(rows).cells if text.strip()]
    if columns.named:
        next(rows)
    taken: list[_Row] = []
    cells = 0
    for row in rows:
        if not any(cell.strip() for _, cell in row.cells):
            continue
        if len(taken) >= most or cells >= CELLS * most:
            break
        taken.append(row)
        cells += len(row.cells)
    root = Node("list", first)
    root.items = [_mapping(row, columns.names, sign) for row in taken]
    if are_in_languages(columns.names):
        for item in root.items:
            join_languages(item, faq=True)
    _carry(root.items)
    walker = Walker(make_safe(root), most_elements(len(text)))
    walker.walk(root, (), 1)
    leave_labels(walker.asked)
    converted = Converted(name, asked=walker.asked, texts=walker.texts() if walker.asked else [], beyond=walker.beyond)
    converted.title = " ".join(above[0].split()) if above else ""
    converted.texts += [Asked("", first, first + 1, [(first, text)]) for text in above[1:] if converted.asked]
    beyond = taken[-1].end if len(taken) >= most or cells >= CELLS * most else len(lines)
    if any(line.strip() for line in lines[beyond:]):
        converted.beyond = beyond if converted.beyond is None else min(beyond, converted.beyond)
        converted.texts.append(Asked("", beyond, len(lines), list(enumerate(lines[beyond:], beyond))))
    return converted


def _begun(text: str, separators: Sequence[str]) -> tuple[list[str], int, Sequence[str]]:
    """The lines of a text, which of them the first row is, and by what its cells may be separated."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    stated = _STATED.match(lines[first].strip(" ")) if first < len(lines) else None
    return (lines, first, separators) if stated is None else (lines, first + 1, (stated[1],))


class _Columns:
    """How the columns are called, whether a row says so, and how many rows stand `above` it: a title of the table."""

    def __init__(self, names: list[str], *, named: bool, above: int = 0) -> None:
        self.names = names
        self.named = named
        self.above = above


def _read_by(
    lines: Sequence[str], first: int, separators: Sequence[str], *, called: bool
) -> tuple[str, _Columns | None]:
    """The sign by which the cells are separated, and the columns; None where no column asks."""
    for sign in separators:
        for above, row in enumerate(islice(_rows(lines, first, sign), _MOST_ABOVE)):
            cells = [" ".join(cell.split()) for _, cell in row.cells]
            if len(cells) == MAX_COLUMNS:
                cells[-1] = "more"
            names = _columns(cells)
            if names is not None:
                return sign, _Columns(names, named=True, above=above)
            if sum(map(bool, cells)) > 1:
                break
    for sign in separators:
        rows = [row for row in islice(_rows(lines, first, sign), _LOOKED_AT) if any(cell for _, cell in row.cells)]
        names = _unnamed(rows, called=called)
        if names:
            return sign, _Columns(names, named=False)
    return separators[0], None


def _unnamed(rows: Sequence[_Row], *, called: bool) -> list[str]:
    """What the columns of a table without names are, where most rows ask: in the first, or beside a number or a category.

    In a file that is `called` a FAQ, two columns are enough, if the second says more.
    """
    asking = sum(1 for row in rows if len(row.cells) > 1 and asks(row.cells[0][1]) and row.cells[1][1].strip())
    if asking and 2 * asking > len(rows):
        return ["question", "answer"]
    if called and len(rows) > 1 and all(len(row.cells) == 2 and row.cells[1][1].strip() for row in rows):
        said = [sum(len(row.cells[place][1]) for row in rows) for place in (0, 1)]
        counted = any(_NUMBER.match(row.cells[0][1]) for row in rows)
        return ["question", "answer"] if said[1] > said[0] and not counted else []
    rows = [row for row in rows if len(row.cells) > 2]
    firsts = [row.cells[0][1].strip() for row in rows]
    asking = sum(1 for row in rows if asks(row.cells[1][1]) and row.cells[2][1].strip() and not asks(row.cells[2][1]))
    if asking < 2 or 2 * asking <= len(rows) or any(len(first) > _LONGEST_NAME or asks(first) for first in firsts):
        return []
    counted = all(_NUMBER.match(first) for first in firsts if first)
    return ["id" if counted else "category", "question", "answer"]


def _rows(lines: Sequence[str], first: int, sign: str) -> Iterator[_Row]:
    """The rows from line `first` on. A quote that is never closed goes to the end."""
    reader = csv.reader((line + "\n" for line in lines[first:]), delimiter=sign, skipinitialspace=sign != "\t")
    start = first
    for texts in reader:
        end = first + reader.line_num
        if len(texts) > MAX_COLUMNS:
            texts[MAX_COLUMNS - 1 :] = [sign.join(texts[MAX_COLUMNS - 1 :])]
        yield _Row(start, end, texts)
        start = end


def _mapping(row: _Row, names: Sequence[str], sign: str) -> Node:
    """A row as a mapping; what stands beyond the last column belongs to it, since its commas were not quoted."""
    cells = row.cells
    if len(cells) > len(names):
        last = len(names) - 1
        cells = [*cells[:last], (cells[last][0], _joined([text for _, text in cells[last:]], sign))]
    node = Node("map", row.start)
    node.end = row.end
    for name, (line, text) in zip(names, cells, strict=False):
        if text.strip():
            value = of_text(text.strip(" \t"), line, 1)
            value.plain = name != "answer" and _NUMBER.match(text.strip()) is not None
            node.pairs.append((name, line, value))
    return node


def _joined(texts: list[str], sign: str) -> str:
    while texts and not texts[-1].strip():
        texts.pop()
    return (sign if sign.isspace() else f"{sign} ").join(texts)


def _carry(rows: Sequence[Node]) -> None:
    """Give rows the category of the row above where it is written for the first of several only, as merged cells are."""
    named = [row for row in rows if any(name_of(key) in GROUPING for key, _, _ in row.pairs)]
    if 2 * len(named) > len(rows) or not rows or not named or named[0] is not rows[0]:
        return
    above: list[tuple[str, int, Node]] = []
    for row in rows:
        own = [pair for pair in row.pairs if name_of(pair[0]) in GROUPING]
        if own:
            above = own
        else:
            row.pairs += [(key, row.line, value) for key, _, value in above]
