"""Standard input that is the terminal: it is said, and typed to its end once."""

import pytest

TYPED = "## Where does the ferry land?\n\nAt the pier of the old town.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["list", "-"], "Where does the ferry land?  "),
        (["check", "-"], "1 entry"),
        (["show", "ferry", "--content", "-"], "old town.\n"),
        (["ask", "--content", "{bakery}"], "nearest to: At the pier"),
        (["search", "--batch", "-", "--content", "{bakery}"], '"query":"At the pier'),
    ],
)
def test_what_ends_it_is_typed_once(run, bakery, arguments, told):
    terminal = run(*(word.format(bakery=bakery) for word in arguments))
    terminal.wait_for("reading from the terminal; ctrl-d")
    terminal.send(TYPED)
    terminal.settle()
    terminal.send("\x04")
    terminal.wait_exit()
    assert told in terminal.output.decode().replace("\r\n", "\n")
