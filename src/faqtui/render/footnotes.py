"""Numbers of footnotes: those of an answer count from 1, in the order in which they are met, whatever they are labelled."""

from __future__ import annotations

from faqtui.patterns import pattern

_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_DEFINED = pattern(r"\[\^([^\]\[\s]+)\]:")
_LEVEL = str.maketrans({chr(raised): digit for digit, raised in zip("0123456789", _RAISED.values(), strict=True)})


class Footnotes:
    """The footnotes of one answer, whose source is looked through when somebody first asks."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._numbers: dict[str, int] = {}
        self._defined: frozenset[str] | None = None

    def is_defined(self, label: str) -> bool:
        """Whether the answer says what a label stands for: ``[^label]:``."""
        if self._defined is None:
            self._defined = frozenset(_DEFINED.findall(self._source))
        return label in self._defined

    def of(self, label: str) -> str:
        """The number of a footnote, raised."""
        return str(self._numbers.setdefault(label.casefold(), len(self._numbers) + 1)).translate(_RAISED)


def in_ascii(number: str) -> str:
    """The number of a footnote for terminals that have ASCII alone: ``^1``."""
    return f"{',' * number.startswith(',')}^{number.removeprefix(',').translate(_LEVEL)}"
