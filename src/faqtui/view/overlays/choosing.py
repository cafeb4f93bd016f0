"""Choosing among a few things by keys: which is selected, what number or letters were begun, what was picked. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.view.overlays.choices import fits

FEW = 9
"""Things up to which a digit is a choice and letters are keys; of more, letters say which are meant."""

_STEPS = {"down": 1, "ctrl+n": 1, "ctrl+j": 1, "up": -1, "ctrl+p": -1, "ctrl+k": -1}
_PAGES = {"pagedown": 1, "pageup": -1}
_ENDS = {"end": 1, "home": -1}
_STEPS_OF_FEW = {"j": 1, "k": -1}
_PAGES_OF_FEW = {"space": 1, "b": -1}
_ENDS_OF_FEW = {"G": 1, "g": -1}
"""Keys that select, and which way; those of few are letters where there are more."""


class Choosing:
    """Things with numbers from 1, of which one is `selected`; `texts` are what letters are looked for in.

    Indexes are from 0. `picked` is the one that was taken, else None; `fitting` are those that have the `letters`.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._number = ""
        self._wrong = ""
        self.letters = ""
        self.selected = 0
        self.fitting: Sequence[int] = range(len(texts))
        self.picked: int | None = None

    def take(self, key: str, letter: str, page: int) -> bool:
        """Use up a key, which types `letter` if any, a page being so many lines; False where it means nothing here.

        Digits pick, with ten things or more as soon as no longer number could be meant; arrows select, enter takes that.
        """
        count = len(self._texts)
        few = count <= FEW
        self._wrong = ""
        for steps, of_few, far in (
            (_STEPS, _STEPS_OF_FEW, 1),
            (_PAGES, _PAGES_OF_FEW, max(1, page)),
            (_ENDS, _ENDS_OF_FEW, count),
        ):
            if step := steps.get(key, 0) or (few and of_few.get(key, 0)):
                self._select(step * far)
                return True
        if key == "enter":
            self._pick(int(self._number) - 1 if self._number else self.selected)
        elif key == "backspace":
            self._number, self.letters = self._number[:-1], self.letters if self._number else self.letters[:-1]
            self._narrow()
        elif letter and letter in "0123456789":
            self._number += letter
            number = int(self._number)
            if not 1 <= number * 10 <= count:
                self._pick(number - 1)
        elif key == "escape" and (self.letters or self._number):
            self.letters = self._number = ""
            self._narrow()
        elif letter and not few:
            self.letters += letter
            self._narrow()
        elif letter and letter not in "q?":  # which close
            self._number, self._wrong = "", letter
        else:
            return False
        return True

    def _narrow(self) -> None:
        """Keep the things whose text has words that begin with what was typed."""
        words = self.letters.lower().split()
        self.fitting = [thing for thing, text in enumerate(self._texts) if fits(words, text)]
        if self.selected not in self.fitting:
            self.selected = self.fitting[0] if self.fitting else 0

    def _select(self, step: int) -> None:
        """Select a thing further on, none beyond the ends."""
        if self.fitting:
            at = self.fitting.index(self.selected) + step
            self.selected = self.fitting[max(0, min(at, len(self.fitting) - 1))]
        self._number = ""

    def _pick(self, thing: int) -> None:
        number, self._number = self._number, ""
        if 0 <= thing < len(self._texts) and (number or thing in self.fitting):
            self.picked = thing
        elif number:
            self._wrong = str(int(number))

    def keys(self) -> list[tuple[str, str]]:
        """Which keys there are, and which number has been begun, or which thing there is none of."""
        if self._number:
            return [("enter", f"pick {self._number}"), ("0-9", "go on")]
        count = len(self._texts)
        numbers = "1" if count == 1 else f"1-{count}"
        wrong = f"; no {self._wrong}" if self._wrong else ""
        letters = [("a-z", "narrow")] if count > FEW else []
        return [(f"{numbers} enter", f"pick{wrong}"), ("up down", "choose"), *letters]
