"""What each command does, one module a command; which says what arguments it has (`arguments.Command`) and has its own `run`.

Plain ``faqtui`` is `explore`, and `screen` shows it. Beside the commands: `arguments` (their parsers), `content` (which
FAQ is meant, and loading it), `console` (the streams), `diagnosis` (what `doctor` says), `json_shapes` and `progress`.
No command but `screen` may import textual.
"""
