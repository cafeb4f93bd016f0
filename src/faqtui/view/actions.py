"""Every key of the program, as data: the one source of bindings, footer, help, ``faqtui keys`` and README's table.

A new key is a row here and one function beside its siblings in `faqtui.tui.keys`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum

from faqtui.records import NamedTuple


class Pane(StrEnum):
    """Where the focus can be."""

    FILTER = "filter"
    TREE = "tree"
    ANSWER = "answer"


class Action(NamedTuple):
    """One thing a user can do.

    `everywhere` are keys that act in every pane, `outside` those that act outside the filter, where letters are text;
    `filter`, `tree` and `answer` are keys of that pane alone. `label` is the word in the footer, `footer` its
    importance there (1 is the last to be left out; 0 is never shown). `group` is the heading in the help.
    `hands_over` says that the terminal goes to another program for a while: secure mode has no such action.
    `name` is what the palette calls it, a verb first; without one it is not offered there, as what only moves. `also` are
    other words that people type for it.
    """

    id: str
    label: str
    description: str
    group: str
    everywhere: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    filter: tuple[str, ...] = ()
    tree: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    footer: int = 0
    hands_over: bool = False
    name: str = ""
    also: str = ""

    def keys(self, pane: Pane) -> tuple[str, ...]:
        """The keys that do this where the focus is in `pane`, the one to teach first."""
        own = {Pane.FILTER: self.filter, Pane.TREE: self.tree, Pane.ANSWER: self.answer}[pane]
        shared = () if pane is Pane.FILTER else self.outside
        return own + shared + self.everywhere

    def all_keys(self) -> tuple[str, ...]:
        """Every key that does this in some pane, each once."""
        return tuple(dict.fromkeys(key for pane in Pane for key in self.keys(pane)))


FIND = "Find"
MOVE = "Move"
READ = "Read"
VIEW = "View"
COPY = "Copy"
LEAVE = "Help and leaving"

# fmt: off
ACTIONS: tuple[Action, ...] = (
    Action("open", "read", "Read the selected answer; on a category, fold it", READ,
           filter=("enter",), tree=("enter",), footer=2),
    Action("copy_answer", "copy", "Copy the answer as Markdown, or what is selected", COPY,
           outside=("y",), everywhere=("ctrl+y",), footer=2,
           name="Copy the answer", also="yank markdown text selection clipboard"),
    Action("copy_code", "code", "Copy a code block of the answer", COPY,
           outside=("c",), everywhere=("ctrl+o",), footer=6,
           name="Copy a code block", also="yank command snippet example clipboard"),
    Action("copy_entry", "copy all", "Copy question, answer and source", COPY, outside=("Y",),
           name="Copy question, answer and source", also="yank everything entry export share quote clipboard"),
    Action("copy_link", "copy link", "Copy the link of the entry: its address, else its file and line", COPY,
           outside=("u",), name="Copy the link of this entry", also="yank url address permalink path share reference"),
    Action("focus_filter", "filter", "Type a new filter", FIND, outside=("slash",), footer=3,
           name="Find a question", also="filter search query type"),
    Action("find", "find", "Find in the answer", FIND, everywhere=("ctrl+f",), footer=9,
           name="Find in the answer", also="search text page grep"),
    Action("next_match", "next match", "Next match in the answer: of find, else of the filter", FIND,
           tree=("n",), answer=("n", "enter")),
    Action("previous_match", "previous match", "Previous match in the answer", FIND, outside=("N",)),
    Action("next_pane", "panes", "Go round filter, tree and answer", MOVE, everywhere=("tab",), footer=4),
    Action("previous_pane", "back", "Go round the other way", MOVE, everywhere=("shift+tab",)),
    Action("escape", "out", "One step out: close, answer to tree, clear the filter, filter to tree", MOVE,
           everywhere=("escape",), footer=5),
    Action("down", "down", "Next row; in the answer, a line down", MOVE, outside=("j",), everywhere=("down", "ctrl+n")),
    Action("up", "up", "Previous row; in the answer, a line up", MOVE, outside=("k",), everywhere=("up",)),
    Action("page_down", "page", "A page down", MOVE, outside=("space",), everywhere=("pagedown",), footer=7),
    Action("page_up", "page up", "A page up", MOVE, outside=("b",), everywhere=("pageup",)),
    Action("half_down", "half a page", "Half a page down", MOVE, outside=("ctrl+d",)),
    Action("half_up", "half a page up", "Half a page up", MOVE, outside=("ctrl+u",)),
    Action("first", "first", "First row or line", MOVE, outside=("g", "home")),
    Action("last", "last", "Last row or line", MOVE, outside=("G", "end")),
    Action("centre", "centre", "The selected row to the middle of the list", MOVE, outside=("ctrl+l",)),
    Action("fold", "fold", "Close the category; in the filter only while it is empty", MOVE,
           tree=("h", "left"), filter=("left",)),
    Action("unfold", "unfold", "Open the category; in the filter only while it is empty", MOVE,
           tree=("l", "right"), filter=("right",)),
    Action("pan_left", "left", "Wide code: to the left", VIEW, answer=("h", "left")),
    Action("pan_right", "right", "Wide code: to the right", VIEW, answer=("l", "right")),
    Action("next_entry", "next", "Next entry, wherever the focus is", READ, outside=("J",), footer=8),
    Action("previous_entry", "previous", "Previous entry", READ, outside=("K",)),
    Action("next_category", "next topic", "Next category", MOVE, outside=("right_square_bracket",)),
    Action("previous_category", "previous topic", "Previous category", MOVE, outside=("left_square_bracket",)),
    Action("outline", "outline", "Go to a heading of the answer", READ, outside=("o",),
           name="Go to a heading", also="outline contents sections toc jump"),
    Action("details", "details", "Open the folded details in view, or fold them again", VIEW, outside=("d",),
           name="View what is folded, or fold it", also="details expand collapse open more"),
    Action("links", "links", "Follow a link of the answer", READ, outside=("f",), footer=7,
           name="Go where a link leads", also="follow links url web address open browser hyperlink"),
    Action("back", "back", "Back to what was read before, where it was", READ, outside=("H",),
           name="Go back", also="previous return before"),
    Action("forward", "forward", "Forward again", READ, outside=("L",),
           name="Go forward", also="next"),
    Action("reload", "reload", "Read the files again", READ, outside=("r",),
           name="Read the files again", also="reload refresh update"),
    Action("edit", "edit", "Open the file of the answer in $VISUAL or $EDITOR", READ, outside=("e",), hands_over=True,
           name="Edit the source", also="editor open file vi vim emacs nano write change"),
    Action("bookmark", "bookmark", "Bookmark the entry, or take the bookmark away", READ, outside=("m",),
           name="Bookmark this entry", also="favourite favorite star mark save pin remember"),
    Action("bookmarks", "bookmarks", "Go to a bookmark, or to where the last session ended", READ,
           outside=("apostrophe",),
           name="Go to a bookmark", also="favourites favorites starred marks saved pins list last session"),
    Action("history", "history", "Go to something read before in this session", READ, outside=("quotation_mark",),
           name="Go to something read before", also="history recent visited last list"),
    Action("tick", "tick", "Tick the next step of an answer that has numbered ones", READ, answer=("x",),
           name="Tick the next step", also="done check steps todo list progress"),
    Action("untick", "untick", "Take the last tick back", READ, answer=("X",),
           name="Take the last tick back", also="undo uncheck steps"),
    Action("zoom", "zoom", "Only the answer, and back", VIEW, outside=("z",),
           name="View only the answer", also="zoom full screen maximise maximize hide tree wide"),
    Action("wider", "wider", "More room for the tree", VIEW, outside=("greater_than_sign",),
           name="View more of the tree", also="wider divider resize bigger size"),
    Action("narrower", "narrower", "More room for the answer", VIEW, outside=("less_than_sign",),
           name="View more of the answer", also="narrower divider resize smaller size"),
    Action("palette", "do", "Choose what to do, or a topic to go to, by typing its name", LEAVE,
           outside=("colon",), everywhere=("ctrl+p",), footer=8),
    Action("help", "help", "Show the keys", LEAVE, outside=("question_mark",), everywhere=("f1",), footer=1,
           name="View all keys", also="help shortcuts keyboard bindings manual query language"),
    Action("suspend", "suspend", "Back to the shell for a while; fg returns", LEAVE, everywhere=("ctrl+z",),
           hands_over=True, name="Suspend to the shell", also="stop background job pause"),
    Action("clear_or_quit", "clear", "Clear the filter; quit when it is empty", LEAVE, everywhere=("ctrl+c",)),
    Action("quit", "quit", "Quit", LEAVE, outside=("q",), everywhere=("ctrl+q",), footer=1,
           name="Quit", also="exit leave close end bye q! wq x"),
)
# fmt: on

# fmt: off
CHARACTERS = {
    "exclamation_mark": "!", "quotation_mark": '"', "number_sign": "#", "dollar_sign": "$", "percent_sign": "%",
    "ampersand": "&", "apostrophe": "'", "left_parenthesis": "(", "right_parenthesis": ")", "asterisk": "*",
    "plus": "+", "comma": ",", "minus": "-", "full_stop": ".", "slash": "/", "colon": ":", "semicolon": ";",
    "less_than_sign": "<", "equals_sign": "=", "greater_than_sign": ">", "question_mark": "?", "at": "@",
    "left_square_bracket": "[", "backslash": "\\", "right_square_bracket": "]", "circumflex_accent": "^",
    "underscore": "_", "grave_accent": "`", "left_curly_bracket": "{", "vertical_line": "|",
    "right_curly_bracket": "}", "tilde": "~",
}
"""Textual's names of the characters that are neither letters nor digits (after Unicode's), and the characters."""

_SHORT_NAMES = {"escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "delete": "del"}
# fmt: on


def key_name(key: str, *, short: bool = False) -> str:
    """A key as people read it: ``ctrl+y`` stays so, or is ``^Y`` where `short`; ``slash`` is ``/``."""
    if short and key.startswith("ctrl+"):
        return "^" + CHARACTERS.get(key.removeprefix("ctrl+"), key.removeprefix("ctrl+")).upper()
    *modifiers, name = key.split("+")
    if name in CHARACTERS:
        name = CHARACTERS[name]
    elif name[:1] == "f" and name[1:].isdigit():
        name = name.upper()
    return "+".join([*modifiers, _SHORT_NAMES.get(name, name)])


def footer_items(
    pane: Pane,
    width: int,
    *,
    idle: Collection[str] = (),
    filtered: bool = True,
    folds: bool = False,
    actions: Sequence[Action] = ACTIONS,
) -> list[tuple[str, str]]:
    """Key and label pairs for the footer of `pane`, as many as fit into `width` cells, the most important kept.

    Items keep the order of `actions`, but help and quit come last. `idle` are the ids of actions that
    would do nothing now, `filtered` says whether there is something in the filter, `folds` whether a category
    is selected, which the key that opens an answer folds.
    """
    items: list[tuple[int, str, str]] = []
    for action in actions:
        keys = action.keys(pane)
        if not action.footer or not keys or action.id in idle:
            continue
        label = action.label
        if action.id == "escape":
            label = "tree" if pane is Pane.ANSWER else "clear" if filtered else "out"
        elif action.id == "open" and folds:
            label = "fold"
        items.append((action.footer, key_name(keys[0], short=True), label))
    while items and sum(len(key) + len(label) + 3 for _, key, label in items) > width:
        worst = max(range(len(items)), key=lambda i: (items[i][0], i))
        del items[worst]
    return [(key, label) for _, key, label in items]


def hint(actions: Sequence[Action], name: str, does: str) -> str:
    """The key of an action and what it does, such as ``^O copies``: one that acts in every pane, else one of the answer's.

    Nothing where it has no key there.
    """
    keys = next((action.everywhere or action.keys(Pane.ANSWER) for action in actions if action.id == name), ())
    return f"{key_name(keys[0], short=True)} {does}" if keys else ""


def with_hint(said: str, actions: Sequence[Action], name: str, does: str) -> str:
    """What is `said`, and behind it the hint for what can be done next, where that has a key."""
    told = hint(actions, name, does)
    return f"{said}: {told}" if told else said


def groups(actions: Sequence[Action] = ACTIONS) -> Iterator[tuple[str, list[Action]]]:
    """The actions under their headings, in the order of the help."""
    for group in (FIND, MOVE, READ, VIEW, COPY, LEAVE):
        yield group, [action for action in actions if action.group == group]
