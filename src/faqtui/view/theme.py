"""Colours and glyphs: what the semantic style names of the renderer and of the screen look like.

``ansi`` uses the user's own sixteen colours, so it is right on dark and on light terminals; ``dark`` and ``light``
bring full colours of their own; ``none`` has attributes only. Nothing is told by colour alone: every distinction
has an attribute, a glyph or a word beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from rich.style import Style

from faqtui.host.terminal import Colours, Terminal
from faqtui.records import NamedTuple


class ScreenGlyphs(NamedTuple):
    """The characters the screen is drawn with, one cell each; `inside` stands between a title and one below it."""

    horizontal: str
    vertical: str
    tee_down: str
    tee_up: str
    opened: str
    closed: str
    bar: str
    ellipsis: str
    dot: str
    focus: str
    inside: str
    tick: str
    bookmark: str


UNICODE = ScreenGlyphs("─", "│", "┬", "┴", "▾", "▸", "▌", "…", "·", "━", "›", "✓", "◆")
ASCII = ScreenGlyphs("-", "|", "+", "+", "-", "+", ">", "~", "-", "=", ">", "x", "*")

# Style definitions in rich's notation. A dotted name falls back to its parents, and at last to no style at all.
_COMMON = {
    "strong": "bold",
    "emphasis": "italic",
    "strike": "strike",
    "heading": "bold underline",
    "heading.second": "underline",
    "heading.third": "italic",
    "ui.title": "bold",
    "ui.question": "bold",
    "ui.category": "bold",
    "ui.selected": "reverse",
    "ui.current": "bold",
    "ui.selection": "reverse",
    "ui.dim": "dim",
    "ui.rule": "dim",
    "ui.note": "italic",
    "ui.key": "bold",
    "ui.label": "dim",
    "ui.message": "bold",
    "ui.match": "bold underline",
    "ui.found": "bold reverse",
    "ui.see_also": "dim",
    "ui.hint": "bold reverse",
    "ui.prompt": "bold",
    "ui.preview": "dim",
    "quote": "dim",
    "rule": "dim",
    "bullet": "bold",
    "link": "underline",
    "url": "dim",
    "code": "bold",
    "code.border": "dim",
    "code.title": "dim",
    "code.hint": "dim",
    "table.border": "dim",
    "table.header": "bold",
    "image": "italic",
    "admonition": "bold",
    "footnote": "dim",
    "underline": "underline",
    "mark": "reverse",
    "summary": "bold",
    "summary.hint": "dim",
    "code.more": "dim",
    "code.text": "",
    "code.operator": "",
    "code.output": "dim",
    "code.comment": "dim italic",
    "code.string": "",
    "code.number": "",
    "code.name": "",
    "code.function": "",
    "code.variable": "",
}


def _coloured(
    *, accent: str, match: str, link: str, code: str, green: str, red: str, amber: str, violet: str
) -> dict[str, str]:
    """What a theme with these colours adds to `_COMMON`.

    `accent` is where the focus is and what stands above other things, `match` is for nothing but what was looked for, `code`
    for what is typed as it stands. The others are those of admonitions and messages; of code they tell apart what it is made of.
    """
    return {
        "heading": f"bold {accent}",
        "heading.second": accent,
        "heading.third": f"italic {accent}",
        "code": code,
        "code.keyword": accent,
        "code.string": green,
        "code.number": violet,
        "code.name": code,
        "code.function": link,
        "code.variable": violet,
        "code.added": green,
        "code.prompt": f"bold {green}",
        "code.error": red,
        "link": f"underline {link}",
        "ui.match": f"bold underline {match}",
        "ui.bar": accent,
        "ui.prompt": f"bold {accent}",
        "ui.message": f"bold {green}",
        "ui.problem": f"bold {red}",
        "admonition.note": f"bold {link}",
        "admonition.info": f"bold {link}",
        "admonition.tip": f"bold {green}",
        "admonition.important": f"bold {violet}",
        "admonition.warning": f"bold {amber}",
        "admonition.danger": f"bold {red}",
    }


# Of the sixteen, magenta alone can be read on black and on white wherever nobody has chosen them.
_ANSI = (
    _COMMON
    | _coloured(
        accent="magenta",
        match="magenta",
        link="blue",
        code="cyan",
        green="green",
        red="red",
        amber="yellow",
        violet="magenta",
    )
    | {"code.number": "cyan"}
)


def _full(*, text: str, dim: str, selected: str, accent: str, **colours: str) -> dict[str, str]:
    """The styles of a theme that brings its own colours; those of links are its accent."""
    faint = {name: style.replace("dim", dim) for name, style in _COMMON.items() if style in {"dim", "dim italic"}}
    return (
        _COMMON
        | faint
        | _coloured(accent=accent, link=accent, **colours)
        | {
            "ui.key": f"bold {text}",
            "ui.question": f"bold {text}",
            "ui.title": f"bold {text}",
            "ui.selected": f"bold {text} on {selected}",
            "ui.selection": f"not reverse {text} on {selected}",
        }
    )


class Theme:
    """A name, the colours of the empty screen (None: the terminal's own), and a style for each semantic name."""

    __slots__ = ("_made", "background", "base", "foreground", "name", "styles")

    def __init__(self, name: str, foreground: str | None, background: str | None, styles: Mapping[str, str]) -> None:
        self.name = name
        self.foreground = foreground
        self.background = background
        self.styles = styles
        self.base = Style(color=foreground, bgcolor=background)
        self._made: dict[str, Style] = {}

    def become(self, other: Theme) -> None:
        """Be as `other` from now on, for all that draws with this one."""
        self.name, self.styles, self.base = other.name, other.styles, other.base
        self.foreground, self.background = other.foreground, other.background
        self._made = {}

    def style(self, names: str) -> Style:
        """The style for semantic `names` (several joined by spaces); unknown ones fall back to their dotted parent."""
        made = self._made.get(names)
        if made is None:
            made = Style.null()
            for name in names.split():
                key = name
                while key and key not in self.styles:
                    key = key.rpartition(".")[0]
                if key:
                    made += Style.parse(self.styles[key])
            self._made[names] = made
        return made


class Skin(NamedTuple):
    """What lines are drawn with."""

    glyphs: ScreenGlyphs
    theme: Theme


# fmt: off
THEMES: dict[str, Theme] = {
    "ansi": Theme("ansi", None, None, _ANSI),
    "dark": Theme("dark", "#d8dee9", "#1b1f27", _full(
        text="#ffffff", dim="#9aa5b8", selected="#303c54", accent="#8ab8f5", match="#f5a3cb", code="#8fd6c4",
        green="#a3cf8f", red="#ffa19b", amber="#ecc27a", violet="#c9b1f5",
    )),
    "light": Theme("light", "#22262e", "#fbfbf8", _full(
        text="#000000", dim="#5a6270", selected="#d3e1f4", accent="#0b57a4", match="#a3195b", code="#0f5f68",
        green="#2d6a1e", red="#b01c1c", amber="#704b00", violet="#6a2fb0",
    )),
    "none": Theme("none", None, None, _COMMON),
}
# fmt: on


AUTO = "auto"
"""The name that stands for ``light`` or ``dark``, by the terminal's background, and for ``ansi`` where nothing is known of it."""


def choose(name: str | None, *, colours: Colours, shade: str | None = None) -> Theme:
    """The theme to use: the one named, else the user's own sixteen colours; ``none`` where there are no colours.

    `AUTO` is the theme called as the `shade` of the terminal's background, where that is known.

    A theme that brings its own colours needs 256 of them: brought down to sixteen, text and background may be the same.
    Raises `KeyError` for a name that is not in `THEMES`.
    """
    if colours == "none":
        return THEMES["none"]
    if name == AUTO:
        name = shade
    theme = THEMES[name or "ansi"]
    if theme.foreground is None or theme.background is None or colours == "truecolor":
        return theme
    if colours == "16":
        return THEMES["ansi"]
    styles = {
        key: re.sub("#[0-9a-f]{6}", lambda found: nearest(found[0]), style) for key, style in theme.styles.items()
    }
    return Theme(theme.name, nearest(theme.foreground), nearest(theme.background), styles)


def skin_for(terminal: Terminal, *, theme: str | None, ascii_only: bool | None, shade: str | None = None) -> Skin:
    """ScreenGlyphs and theme for a terminal, and for what the user has asked for (None: nothing). Raises as `choose` does."""
    glyphs = ASCII if (terminal.ascii if ascii_only is None else ascii_only) else UNICODE
    return Skin(glyphs, choose(theme, colours=terminal.colours, shade=shade))


def nearest(colour: str) -> str:
    """The one of xterm's colours 16 to 255 that looks most like `colour`, both as ``#rrggbb``.

    rich takes the nearest point of the colour cube alone, which turns bluish greys into green and dark ones into black.
    """
    wanted = tuple(bytes.fromhex(colour[1:]))
    cube = [_CUBE[bisect_left(_CUBE_MIDDLES, part)] for part in wanted]
    grey = min(_GREYS, key=lambda level: sum(abs(level - part) for part in wanted))

    def distance(candidate: Sequence[int]) -> int:
        red, green, blue = (one - other for one, other in zip(candidate, wanted, strict=True))
        return 3 * red * red + 6 * green * green + blue * blue  # about what eyes see of each

    return "#" + bytes(min(cube, [grey] * 3, key=distance)).hex()


_CUBE = (0, 95, 135, 175, 215, 255)
_CUBE_MIDDLES = (48, 115, 155, 195, 235)
_GREYS = range(8, 239, 10)
