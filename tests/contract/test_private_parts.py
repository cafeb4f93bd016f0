"""The private parts of Textual and rich that the program leans on: every one is named here, and is there.

An upgrade that takes one away fails here before it fails on a screen; so does one that has taken a name of ours.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import faqtui

PARTS: dict[str, dict[str, str]] = {
    "textual.app.App": {
        "_check_bindings": "does what a key is bound to at once: its way through all widgets costs a tenth of the key",
        "_batch_count": "no frame is painted while Textual holds painting back",
        "_close_messages_no_wait": "ends the app after a fault of ours",
        "_driver": "sequences between two frames, the first frame to keep, how slow the link is",
        "_exit_renderables": "what is told when the terminal is given back",
        "_fatal_error": "overridden: a traceback without the values of variables, which may be private",
        "_set_pointer_shape": "overridden: terminals without OSC 22 may print it",
    },
    "textual._compositor.Compositor": {
        "_dirty_regions": "what is to be drawn",
        "_regions_to_spans": "the same, line by line",
    },
    "textual._styles_cache.StylesCache": {
        "get_inner_outer": "remembers widgets that are closed: emptied when an overlay is",
    },
    "textual.dom.DOMNode": {
        "_bindings": "one widget has other keys than its class",
        "_inherit_bindings": "which of them its class has from another",
        "_merged_bindings": "the same",
    },
    "textual.message_pump.MessagePump": {
        "_message_queue": "when it is empty, what a key has set off is done",
    },
    "textual.screen.Screen": {
        "_compositor": "another than Textual's own: one that knows what has been drawn",
        "_dirty_widgets": "whether there is anything to paint",
        "_invoke_and_clear_callbacks": "what waits for the next frame, where none comes",
        "_layout_required": "whether there is anything to paint",
        "_on_idle": "overridden: paint when quiet, not by a timer",
        "_on_timer_update": "paints",
        "_recompose_required": "whether there is anything to paint",
        "_repaint_required": "the same",
        "_scroll_required": "the same",
    },
    "textual.strip.Strip": {
        "_segments": "a line that is drawn once is made without the caches that the others are for",
        "_cell_length": "the same",
        "_cell_count": "the same",
        "_link_ids": "the same",
        "_crop_cache": "the same",
        "_crop_extend_cache": "the same",
        "_divide_cache": "the same",
        "_filter_cache": "the same",
        "_line_length_cache": "the same",
        "_offsets_cache": "the same",
        "_render_cache": "the same",
        "_style_cache": "the same",
    },
    "textual.widgets.Input": {
        "_on_key": "overridden: a slash in front is dropped",
        "_on_paste": "overridden: every line of a paste, not the first alone",
    },
    "textual.drivers.linux_driver.LinuxDriver": {
        "_app": "who gets messages, and whose size a frame was made for",
        "_auto_restart": "whether to take the terminal again after a suspension",
        "_disable_mouse_support": "overridden, and called to leave the mouse to the terminal",
        "_enable_mouse_support": "overridden, and called to have it again",
        "_get_terminal_size": "overridden: the terminal's own size, not that of COLUMNS and LINES",
        "_loop": "reads keys and calls later",
        "_mouse": "whether the mouse is wanted",
        "_patch_iflag": "the modes of a terminal from which each key is read",
        "_patch_lflag": "the same",
        "_sigcont_application": "asked for alone: a driver that has it comes on and off with signals as ours undoes",
        "_sigtstp_application": "the same",
        "_size": "the size before the app asks for one",
    },
    "rich.console.Console": {
        "_color_system": "as many colours as we think the terminal has, which rich tells otherwise",
    },
}
"""By the class that has them: what each is used for. A module whose name is private is named with what is taken from it."""

SRC = Path(faqtui.__file__).parent

NAMED = {name for names in PARTS.values() for name in names}

CLASSES = {name: getattr(importlib.import_module(name.rpartition(".")[0]), name.rpartition(".")[2]) for name in PARTS}


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def is_theirs(module: str) -> bool:
    return module.partition(".")[0] in {"textual", "rich"}


def of_self(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}


def written_in(body: ast.AST) -> set[str]:
    """The names that a class or a module defines: in its body, not within functions, and as attributes of ``self``."""
    names = {node.attr for node in ast.walk(body) if of_self(node) and isinstance(node.ctx, ast.Store)}
    inner: list[ast.AST] = [*ast.iter_child_nodes(body)]
    while inner:
        match node := inner.pop():
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
                continue
            case ast.ClassDef(name=name) | ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
        inner += ast.iter_child_nodes(node)
    return names


@cache
def defined(cls: type) -> frozenset[str]:
    """The names that `cls` defines itself."""
    try:
        return frozenset(written_in(ast.parse(textwrap.dedent(inspect.getsource(cls)))))
    except (OSError, TypeError):  # made by no class statement
        return frozenset()


def of(cls: type, *, theirs: bool) -> set[str]:
    """The private names that `cls` has from Textual and rich, or else from us."""
    bases = [
        base for base in cls.__mro__ if base.__module__.startswith("faqtui" if not theirs else ("textual", "rich"))
    ]
    return {name for base in bases for name in defined(base) if is_private(name)}


def leaned_on() -> Iterator[tuple[str, str]]:
    """Where in the source something private of Textual or rich is used, and its name."""
    names = [found.name for found in pkgutil.walk_packages([str(SRC)], "faqtui.")]
    trees = {name: ast.parse(Path(inspect.getfile(importlib.import_module(name))).read_text("utf-8")) for name in names}
    ours = {name for tree in trees.values() for name in written_in(tree)}
    for module, tree in trees.items():
        known: dict[ast.AST, tuple[set[str], set[str]]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and is_theirs(node.module or ""):
                if any(is_private(part) for part in (node.module or "").split(".")):
                    yield module, f"{node.module}.{','.join(one.name for one in node.names)}"
                yield from ((module, one.name) for one in node.names if is_private(one.name))
            if isinstance(node, ast.ClassDef) and (cls := getattr(importlib.import_module(module), node.name, None)):
                mine, theirs = of(cls, theirs=False), of(cls, theirs=True)
                yield from ((f"{module}.{node.name}", name) for name in written_in(node) & theirs if is_private(name))
                known |= {inner: (mine, theirs) for inner in ast.walk(node) if of_self(inner)}
            if isinstance(node, ast.Constant) and str(node.value) in NAMED:  # for getattr and its like
                yield module, node.value
            if isinstance(node, ast.Attribute) and is_private(node.attr):
                mine, theirs = known.get(node, (ours, set()))
                if node.attr in theirs or node.attr not in mine:
                    yield f"{module}:{node.lineno}", node.attr


OF_PYTHON = {"_exit", "_replace", "_asdict", "_fields", "_make_self_pipe", "_close_self_pipe", "_set_running_loop"}
"""Private in name only: `os._exit`, what a named tuple has, and `asyncio._set_running_loop`, which is for who makes loops; and
what `faqtui.serving.processes.prepared` uses where it is there."""


def test_nothing_private_of_textual_or_rich_is_used_that_is_not_named_above():
    named = NAMED | {name for name in PARTS if "._" in name}
    used = set(leaned_on())
    assert sorted((where, name) for where, name in used if name not in named | OF_PYTHON) == []
    unused = named - {name for _, name in used}
    assert unused == set(), "named above, but used no more"


@pytest.mark.parametrize(("owner", "name"), [(owner, name) for owner, names in PARTS.items() for name in names])
def test_what_is_used_is_there(owner, name):
    assert any(name in vars(base) or name in defined(base) for base in CLASSES[owner].__mro__)


if __name__ == "__main__":
    print(*sorted(set(leaned_on())), sep="\n")
