"""How soon the next frame may follow the last on a link that is slow or far. Pure: times come in as arguments, in seconds.

Between a program and a distant terminal stand buffers that take whatever they are given: sshd reads all that is written, and
every frame in there is seen before the newest is. So a question that every terminal answers at once (DECRQM) goes out behind
a frame, and the answers tell how long the way is and how many bytes it carries a second. A frame is held back until the one
before has left the last buffer by that reckoning, or until all is answered, whichever is first: meanwhile newer ones take
its place. That is no wait for the way back, so a link that is only far is not made slower.

Nothing is asked where it would tell nothing: not on a link that proved near and quick, and not of a terminal that gave no
answer to the first question. One that ceases to answer is waited for once.
"""

from __future__ import annotations

from collections import deque

from faqtui.records import NamedTuple

FAR = 0.08
"""Seconds to an answer from which on a link counts as far, and is worth a question now and then."""

QUICK = 33_000.0
"""Bytes a second from which on a link counts as quick: a frame takes it some 30 ms, which nobody notices."""

LATE = 0.03
"""Seconds by which an answer may be late for other reasons: the program was busy, for instance."""

ASK_SLOW, ASK_FAR = 100, 1000
"""Bytes since the last question that are worth the next one, which takes eight: on a slow link, on one that is far."""

TELLING = 400
"""Bytes from which on the time that they took tells the rate: on a slow link more than chance adds or takes away."""

REMEMBERED = 4
"""Frames by which the rate is reckoned."""

PATIENCE = 1.5
"""Seconds beyond twice the expected ones after which an answer is not waited for any longer."""

UNKNOWN_RATE = 2000.0
"""Bytes a second that are expected of a link whose rate is not known yet."""

LEAVING = 5.0
"""Seconds after a question during which leaving waits for its answer, unless what all terminals answer comes before it."""

OUT_OF_ORDER = 1.0
"""Seconds after the question for the background in which its answer may come, though those behind it are answered."""


class _Asked(NamedTuple):
    """A question, the bytes up to it that no other had followed, and when the first of them was sent."""

    when: float
    size: int
    expected: float
    began: float


class _Told(NamedTuple):
    """Bytes that were sent and answered, and when the answer before that one came."""

    size: int
    began: float
    sent: float
    before: float
    answered: float

    def travelled(self, way: float) -> float | None:
        """Seconds on the line: from when they were sent, or from when those before them had left it.

        None where the first had left it before the last were sent, so that nobody can tell.
        """
        free, left = self.before - way, self.answered - way
        if self.began < self.sent and left - max(self.sent, free) < LATE:
            return None
        return max(0.0, left - max(self.began, free))


class Pace:
    """What is known about one link, and what is on its way there."""

    def __init__(self) -> None:
        self._background: float | None = None
        self._waiting: deque[_Asked] = deque()
        self._nearest: float | None = None
        self._last_answer = 0.0
        self._samples: deque[_Told] = deque(maxlen=REMEMBERED)
        self.rate: float | None = None
        """Bytes a second; None where it is not known, or so high that it does not matter."""
        self._measured = False
        self._free = 0.0
        self._unasked = 0
        self._began = 0.0
        self._has_told = False
        self._silent = False
        self._was_blocked = False

    def far(self, now: float) -> bool:
        """Whether the way there and back takes long."""
        if self._nearest is None:
            return bool(self._waiting) and now - self._waiting[0].when > FAR
        return self._nearest > FAR

    def worth_asking(self, now: float, size: int) -> bool:
        """Whether a question should follow a frame of `size` bytes."""
        if self._silent:
            return False
        worth = ASK_SLOW if self.rate is not None or self._was_blocked else ASK_FAR if self._has_told else TELLING
        return self._unasked + size >= worth and (worth == ASK_SLOW or self.far(now))

    def worth_measuring(self) -> bool:
        """Whether to ask a question by itself, once: on a far link, and when nothing is on its way, it tells how far."""
        if self._measured or self._waiting or self._nearest is None or self._nearest <= FAR:
            return False
        self._measured = True
        return True

    def sent(self, now: float, size: int, *, asked: bool) -> None:
        """Take note of `size` bytes that were sent, with a question behind them or not."""
        if not self._unasked:
            self._began = now
        rate = self.rate
        if rate is not None:
            self._free = max(self._free, now) + size / rate
        self._unasked += size
        if asked:
            takes = self._free - now if rate is not None else self._unasked / UNKNOWN_RATE
            self._waiting.append(_Asked(now, self._unasked, (self._nearest or 0.0) + takes, self._began))
            self._unasked = 0
            self._was_blocked = False

    def asked_background(self, now: float) -> None:
        """Take note that the background was asked for, which a terminal may answer later than what is asked behind it."""
        self._background = now

    def told_background(self) -> None:
        """Take note of what it is."""
        self._background = None

    def answered(self, now: float) -> None:
        """Take note of an answer to the oldest question."""
        self._silent = False
        if not self._waiting:
            return
        asked = self._waiting.popleft()
        took = now - asked.when
        self._nearest = took if self._nearest is None else min(took, self._nearest)
        if asked.size >= TELLING:
            self._samples.append(_Told(asked.size, asked.began, asked.when, self._last_answer, now))
        times = [(told.size, told.travelled(self._nearest)) for told in self._samples]
        known = [(size, seconds) for size, seconds in times if seconds is not None]
        size, taken = sum(size for size, _ in known), sum(seconds for _, seconds in known)
        self._has_told = bool(known)
        self.rate = size / taken if size < QUICK * taken else None
        self._last_answer = now
        if not self._waiting:
            self._free = min(self._free, now)

    def blocked(self) -> None:
        """Take note that the terminal took nothing for a while: the next frame should tell how quick it is."""
        self._was_blocked = True

    def wait(self, now: float) -> float:
        """Seconds from now to wait before the next frame is sent, unless an answer comes first; 0: send it now."""
        if not self._waiting:
            return 0.0
        oldest = self._waiting[0]
        given_up = oldest.when + 2 * oldest.expected + PATIENCE
        if now >= given_up:
            # An answer that comes after all still finds its question.
            self._silent = True
        if self._silent or self._nearest is None:
            return 0.0
        if self.rate is None:
            # Of a far link the first frame tells the rate: what follows waits for that, once in a session.
            telling = not self._has_told and self.far(now) and self._waiting[-1].size >= TELLING
            return given_up - now if telling else 0.0
        # What is not answered in its time is still on its way: the link has become slower than it was.
        late = now - (oldest.when + oldest.expected + LATE)
        if late > 0:
            return given_up - now
        return max(0.0, self._free - now)

    def answers_until(self, now: float, *, fenced: bool | None = None) -> float:
        """Until when answers may still come; `now` where none is on its way that anybody would wait for.

        The terminal is `fenced` once it has answered what was asked after all that waits: no more of that comes. False is
        that it will, sooner or later, if it is one that answers at all; None is that nothing was asked.
        """
        until = now
        if self._background is not None:
            until = max(until, self._background + OUT_OF_ORDER)
        if fenced is False and self._nearest is not None:
            return max(until, now + LEAVING)
        if self._waiting and not fenced:
            until = max(until, self._waiting[-1].when + LEAVING)
        return until

    def waits_for_answer(self, now: float) -> bool:
        """Whether a question is not answered which is not too old for that."""
        return bool(self._waiting) and now < self._waiting[-1].when + LEAVING
