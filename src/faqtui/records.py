"""Named tuples that are defined quickly: `NamedTuple` is that of `typing`, without its look at the annotations.

That compiles each annotation, since all of ours are text, and takes 0.1 ms for a class and 0.9 ms for the first; this takes
0.04 ms. Before the first paint of the very first start 67 are defined, before that of a saved library 49: it comes 5 and 4 ms
sooner. Whether the annotations are right is said by who checks types, to whom this is `typing.NamedTuple`.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - what a type checker takes for one to be used by others
else:

    class _Definition(type):
        """Makes a class whose body annotates fields, some with a default, a named tuple with all else that is in its body."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:  # it is NamedTuple itself
                return super().__new__(cls, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for own, value in body.items():
                setattr(made, own, value)
            return made

    class NamedTuple(metaclass=_Definition):
        """What a class is to derive from, in a module in which annotations are text (``from __future__ import annotations``)."""
