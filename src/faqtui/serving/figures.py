"""What a server counts of itself, as text that Prometheus reads (its exposition format, 0.0.4)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

STARTS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Seconds from a session's request to the first byte it shows."""

KEYS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0)
"""Seconds from what was typed to the first byte that follows."""


class Histogram:
    """How many of some times were at most so long."""

    def __init__(self, bounds: Sequence[float]) -> None:
        self._bounds = bounds
        self._counts = [0] * (len(bounds) + 1)
        self._sum = 0.0

    def add(self, seconds: float) -> None:
        """Count one."""
        self._counts[bisect_left(self._bounds, seconds)] += 1
        self._sum += seconds

    def lines(self, name: str) -> Iterator[str]:
        """As Prometheus has it: buckets that count all below, sum and count."""
        total = 0
        for bound, count in zip((*map(str, self._bounds), "+Inf"), self._counts, strict=True):
            total += count
            yield f'{name}_bucket{{le="{bound}"}} {total}'
        yield f"{name}_sum {self._sum:.6f}"
        yield f"{name}_count {total}"


class Figures:
    """Counters of the front."""

    def __init__(self) -> None:
        self.live: dict[str, int] = {"ssh": 0, "web": 0}
        self.started: dict[str, int] = {"ssh": 0, "web": 0}
        self.refused: dict[str, int] = {}
        self.connections = 0
        self.starts = Histogram(STARTS)
        self.keys = Histogram(KEYS)

    def refuse(self, reason: str) -> None:
        """Count somebody who was turned away."""
        self.refused[reason] = self.refused.get(reason, 0) + 1

    def text(self, state: Mapping[str, object]) -> str:
        """All of it; `state` is what the keeper has told."""
        ready = state.get("ready") is True
        draining = state.get("draining") is not None
        lines = [
            *_family("sessions", "gauge", "Sessions that there are.", "way", self.live),
            *_family("sessions_started_total", "counter", "Sessions that were begun.", "way", self.started),
            *_family("refused_total", "counter", "Connections and sessions that were turned away.", "reason", self.refused),
            *_single("connections", "gauge", "Connections that there are.", self.connections),
            *_head("session_start_seconds", "histogram", "From a session's request to the first byte it shows."),
            *self.starts.lines("faqtui_session_start_seconds"),
            *_head("key_seconds", "histogram", "From what was typed to the first byte that follows."),
            *self.keys.lines("faqtui_key_seconds"),
            *_single("ready", "gauge", "Whether sessions can begin.", int(ready and not draining)),
            *_single("draining", "gauge", "Whether the server is about to end.", int(draining)),
            *_single("reloads_total", "counter", "How often newer content was taken.", state.get("reloads", 0)),
            *_single("entries", "gauge", "Questions that are served.", state.get("entries", 0)),
            *_family("content_info", "gauge", "Which content is served.", "revision", {str(state.get("revision", "")): 1}),
        ]  # fmt: skip
        return "\n".join(lines) + "\n"


def _head(name: str, kind: str, about: str) -> list[str]:
    return [f"# HELP faqtui_{name} {about}", f"# TYPE faqtui_{name} {kind}"]


def _single(name: str, kind: str, about: str, value: object) -> list[str]:
    return [*_head(name, kind, about), f"faqtui_{name} {value}"]


def _family(name: str, kind: str, about: str, label: str, values: Mapping[str, int]) -> list[str]:
    """`values` by label; what they are called is our own words and digits, so nothing is to be escaped."""
    return [
        *_head(name, kind, about),
        *(f'faqtui_{name}{{{label}="{key}"}} {value}' for key, value in sorted(values.items())),
    ]
