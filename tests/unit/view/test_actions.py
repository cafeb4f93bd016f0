"""The action table and what is made from it."""

import pytest

from faqtui.view.actions import ACTIONS, Pane, footer_items, groups, key_name


@pytest.mark.parametrize("pane", list(Pane))
def test_no_key_means_two_things_in_one_pane(pane):
    keys = [key for action in ACTIONS for key in action.keys(pane)]
    assert sorted(keys) == sorted(set(keys))


def test_in_the_filter_no_letter_is_taken():
    keys = [key for action in ACTIONS for key in action.keys(Pane.FILTER)]
    assert [key for key in keys if len(key) == 1] == []
    assert "space" not in keys
    assert "slash" not in keys


def test_every_action_is_in_one_group_of_the_help():
    listed = [action.id for _, actions in groups() for action in actions]
    assert sorted(listed) == sorted(action.id for action in ACTIONS)


@pytest.mark.parametrize("pane", list(Pane))
@pytest.mark.parametrize("width", [10, 38, 58, 78, 198])
def test_the_footer_fits_its_width(pane, width):
    items = footer_items(pane, width)
    assert sum(len(key) + 1 + len(label) for key, label in items) + 2 * (len(items) - 1) <= width


@pytest.mark.parametrize("pane", list(Pane))
def test_help_and_quit_are_the_last_to_leave_the_footer(pane):
    assert [label for _, label in footer_items(pane, 20)] == ["help", "quit"]


def test_the_footer_offers_code_only_where_there_is_some():
    assert "code" in [label for _, label in footer_items(Pane.ANSWER, 200, idle=())]
    assert "code" not in [label for _, label in footer_items(Pane.ANSWER, 200, idle={"copy_code"})]


def test_on_a_category_the_footer_says_that_enter_folds():
    assert ("enter", "fold") in footer_items(Pane.TREE, 200, folds=True)
    assert ("enter", "read") in footer_items(Pane.TREE, 200)


def test_keys_are_named_as_people_read_them():
    assert key_name("slash") == "/"
    assert key_name("ctrl+y") == "ctrl+y"
    assert key_name("ctrl+y", short=True) == "^Y"
