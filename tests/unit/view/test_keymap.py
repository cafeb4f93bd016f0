"""Keys of one's own: names as people write them, where they act, and what is refused."""

from __future__ import annotations

import pytest

from faqtui.view.actions import ACTIONS, Action, Pane, key_name
from faqtui.view.keymap import KeymapError, remap


def action(name: str, **keys: list[str]) -> Action:
    return next(action for action in remap(keys) if action.id == name)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("x", "x"), ("!", "exclamation_mark"), ("X", "X"), ("é", "é"), ("5", "5"), (";", "semicolon"), ("~", "tilde"),
        (" ", "space"), ("pgdn", "pagedown"), ("PageDown", "pagedown"), ("F5", "f5"), ("insert", "insert"),
        ("ctrl+b", "ctrl+b"), ("Ctrl+B", "ctrl+b"), ("alt+x", "alt+x"), ("shift+ctrl+up", "ctrl+shift+up"),
        ("ctrl+\\", "ctrl+backslash"), ("semicolon", "semicolon"), ("+", "plus"), ("alt++", "alt+plus"),
    ],
)  # fmt: skip
def test_a_key_is_written_as_people_write_it(written, name):
    taken = {} if written not in {" ", "pgdn", "PageDown"} else {"page_down": []}
    assert action("zoom", zoom=[written], **taken).keys(Pane.TREE) == (name,)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"bokmark": ["x"]}, "no action bokmark; did you mean bookmark?"),
        ({"zoom": ["pgdwn"]}, "zoom: no key pgdwn; did you mean pgdn?"),
        ({"zoom": ["ctl+x"]}, "zoom: no modifier ctl in ctl+x"),
        ({"zoom": ["ctrl+i"]}, "zoom: a terminal sends ctrl+i as tab"),
        ({"zoom": ["shift+a"]}, "zoom: shift+a is A"),
        ({"zoom": [""]}, "zoom: no key"),
        ({"zoom": ["☃"]}, "zoom: no key writes U+2603"),
        ({"zoom": ["q"]}, "zoom: q is a key of quit in the tree; give that one another"),
        ({"zoom": ["x"], "back": ["x"]}, "back: x is a key of zoom in the tree; give that one another"),
        ({"quit": [], "clear_or_quit": []}, "no key would leave the program"),
    ],
)
def test_what_means_nothing_is_refused_with_the_nearest_name(keys, said):
    with pytest.raises(KeymapError) as raised:
        remap(keys)
    assert str(raised.value).startswith(said)


def test_a_clash_is_laid_to_the_action_that_was_given_the_key():
    with pytest.raises(KeymapError) as raised:
        remap({"back": ["z"]})
    assert raised.value.action == "back"


def test_a_letter_acts_outside_the_filter_and_a_control_key_in_it_too():
    bookmark = action("bookmark", bookmark=["x", "ctrl+b"])
    assert bookmark.keys(Pane.FILTER) == ("ctrl+b",)
    assert set(bookmark.keys(Pane.ANSWER)) == {"x", "ctrl+b"}


def test_keys_that_edit_text_stay_with_the_filter():
    assert action("bookmark", bookmark=["delete"]).keys(Pane.FILTER) == ()


def test_an_action_of_one_pane_stays_there():
    pan = action("pan_left", pan_left=["x"])
    assert [pan.keys(pane) for pane in Pane] == [(), (), ("x",)]


def test_an_action_can_be_left_without_keys():
    assert action("suspend", suspend=[]).all_keys() == ()


def test_two_actions_can_change_places():
    changed = {a.id: a for a in remap({"down": ["k", "down"], "up": ["j", "up"]})}
    assert "k" in changed["down"].keys(Pane.TREE)
    assert "j" in changed["up"].keys(Pane.TREE)


def test_every_key_of_the_table_can_be_written():
    for one in ACTIONS:
        names = [key_name(key) for key in one.all_keys()]
        assert set(action(one.id, **{one.id: names}).all_keys()) == set(one.all_keys())


def test_keys_that_came_later_give_way_to_those_that_settings_had_before() -> None:
    table = {each.id: each for each in remap({"zoom": ["x", "ctrl+d"], "back": ["ctrl+n"]})}
    assert table["tick"].all_keys() == ()
    assert table["half_down"].all_keys() == ()
    assert table["down"].keys(Pane.FILTER) == ("down",)
    assert table["untick"].keys(Pane.ANSWER) == ("X",)
