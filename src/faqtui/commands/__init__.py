"""What each command does, one module a command; which says what arguments it has (`arguments.Command`) and has its own `run`.

Plain ``faqtui`` is `explore`, and `screen` shows it. Those that are alike have a folder: `finding`, `checking`, `server`.
Beside the commands: `arguments` (which there are, and their parsers), `content` (which FAQ is meant, and loading it),
`console` (the streams), `json_shapes` and `progress`.
No command but `screen` may import textual.
"""
