"""What Textual keeps for thousands of sizes and widgets, given up when nobody can ask for it any more.

Its caches are bounded, but only at some 7 MB, which a session of many resizes and overlays would come to hold.
"""

from __future__ import annotations

from textual.css.scalar import Scalar
from textual.geometry import Region

try:
    from textual._styles_cache import StylesCache
except ImportError:  # a Textual that keeps this elsewhere
    StylesCache = None  # type: ignore[assignment,misc]

_OF_SIZES = [cached for owner in (Region, Scalar) for cached in vars(owner).values() if hasattr(cached, "cache_clear")]
_OF_WIDGETS = getattr(getattr(StylesCache, "get_inner_outer", None), "cache_clear", lambda: None)


def forget_sizes() -> None:
    """Another size has other regions."""
    for cached in _OF_SIZES:
        cached.cache_clear()


def forget_widgets() -> None:
    """A cache that has widgets' drawn lines among its keys would keep those of the closed ones."""
    _OF_WIDGETS()
