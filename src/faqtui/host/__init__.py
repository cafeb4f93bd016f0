"""The machine around the program: terminal, files, settings, state, clipboard, browser, editor. Knows no FAQ and no screen."""
