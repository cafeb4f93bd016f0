"""The steps of an answer: the items of its ordered lists, which readers tick as they do them. Pure data."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from faqtui.records import NamedTuple
from faqtui.render import nodes


class Step(NamedTuple):
    """An item of an ordered list: where its marker stands in the Markdown, and its number as written."""

    start: int
    number: str


def steps_of(blocks: Sequence[nodes.Block]) -> list[Step]:
    """The steps in their order; what is numbered inside of one is a part of it, and a list of one item has none."""
    return list(_steps(blocks))


def _steps(blocks: Sequence[nodes.Block]) -> Iterator[Step]:
    for block in blocks:
        if isinstance(block, nodes.List):
            if block.ordered and (len(block.items) > 1 or block.follows):
                yield from (Step(i.start, i.marker[:-1]) for i in block.items if i.start != nodes.NOWHERE)
            else:
                for item in block.items:
                    yield from _steps(item.blocks)
        elif isinstance(block, nodes.Quote | nodes.Admonition | nodes.Details):
            yield from _steps(block.blocks)


def left_open(steps: Sequence[Step], ticked: Collection[int]) -> str:
    """Which steps are not ticked, for a message; nothing where none is or ever was ticked."""
    if not any(step.start in ticked for step in steps):
        return ""
    numbers = [step.number for step in steps if step.start not in ticked]
    if not numbers:
        return "all steps done"
    return f"{'step' if len(numbers) == 1 else 'steps'} {', '.join(numbers)} open"
