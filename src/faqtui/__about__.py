"""What this program is called by those who release it. Written here alone; the build reads it as text."""

from __future__ import annotations

__version__ = "0.1.0"
