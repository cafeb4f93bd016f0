"""What goes on while one types and reads, without Textual: searching, scrolling, finding in an answer, copies on their way.

Each part is told of what happens, and asks for what it needs by a small protocol (`faqtui.live.around`), which `faqtui.tui` has.
"""
