"""Which command opens the user's editor at a line."""

import pytest

from faqtui.host.editor import editor_command


@pytest.mark.parametrize(
    ("env", "command"),
    [
        ({}, ["vi", "+7", "faq.md"]),
        ({"EDITOR": "nano"}, ["nano", "+7", "faq.md"]),
        ({"VISUAL": "emacsclient -t -a ''", "EDITOR": "nano"}, ["emacsclient", "-t", "-a", "", "+7", "faq.md"]),
        ({"VISUAL": " ", "EDITOR": "'/opt/my editor/vim' -n"}, ["/opt/my editor/vim", "-n", "+7", "faq.md"]),
        ({"EDITOR": "/usr/bin/hx"}, ["/usr/bin/hx", "faq.md:7"]),
        ({"EDITOR": "code"}, ["code", "--wait", "--goto", "faq.md:7"]),
    ],
)
def test_the_editor_is_the_users_own_and_opens_at_the_line(env, command):
    assert editor_command(env, "faq.md", 7) == command


def test_a_file_name_is_never_an_option():
    assert editor_command({"EDITOR": "vim"}, "-c!rm.md", 1) == ["vim", "+1", "./-c!rm.md"]


def test_an_unreadable_variable_raises():
    with pytest.raises(ValueError, match="quotation"):
        editor_command({"EDITOR": "vi 'x"}, "faq.md", 1)
