"""What each command does, one module a command; arguments are parsed in `faqtui.cli`.

Beside them: `content` (which FAQ is meant, and loading it), `console` (the streams), `progress` and `jsonout`.
No command but `screen` may import textual.
"""
