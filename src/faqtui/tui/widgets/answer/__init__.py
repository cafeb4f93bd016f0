"""The answer pane as a widget: scrolling, finding, the mouse, and work ahead of the reader. Its lines are `view.answer`."""
