"""The shortest sequences that move the cursor (ECMA-48, 8.3). Pure; a line feed moves down and nothing else."""

from __future__ import annotations


def shortest(here: tuple[int | None, int | None], there: tuple[int, int]) -> str:
    """What moves the cursor from the column and row `here`, which may not be known, to those `there`; all from 0."""
    (old_x, old_y), (x, y) = here, there
    best = "\x1b[H" if x == y == 0 else f"\x1b[{y + 1}H" if x == 0 else f"\x1b[{y + 1};{x + 1}H"
    if old_y is None:
        return best
    down = y - old_y
    step = counted(-down, "A") if down < 0 else min("\n" * down, counted(down, "B"), key=len)
    ways = [step + column(x)]
    if old_x is not None:
        right = x - old_x
        aside = counted(right, "C") if right > 0 else min("\b" * -right, counted(-right, "D"), key=len)
        ways.append(step + aside)
    if down == 0 and x == 0:
        ways.append("\r")
    elif down > 0:
        ways.append("\r" + step + (counted(x, "C") if x else ""))
    return min(best, *ways, key=len)


def column(x: int) -> str:
    """What moves to a column of the row."""
    return f"\x1b[{x + 1}G" if x else "\r"


def counted(count: int, final: str) -> str:
    """A control sequence that does `count` times what its final byte says."""
    return f"\x1b[{final}" if count == 1 else f"\x1b[{count}{final}"
