"""The straight line from the arguments to the screen, as far as it needs no Textual.

1. A frame that the session before has kept is painted, where it still holds: `kept`, and `keeping`, which writes it.
2. The saved library is read, or up to 300 KB of content are parsed here and now; more is parsed `elsewhere`.
3. The `opening` is drawn without widgets and painted, where nothing is yet.
4. Textual is imported, and its driver takes over what `first_frame` has painted.

`faqtui.__main__` begins it and `faqtui.commands.screen` goes on with it.
"""
