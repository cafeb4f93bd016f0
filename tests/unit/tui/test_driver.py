"""Which driver is used, and how an escape joined to a key is taken apart."""

import pytest
from textual import events

from faqtui.tui import driver
from faqtui.tui.app import split_escape


def test_our_driver_is_used_with_the_textual_that_is_installed():
    assert driver.why_stock({}) is None
    assert driver.driver_class({}) is driver.FaqtuiDriver


def test_the_stock_driver_can_be_asked_for():
    assert driver.why_stock({"FAQTUI_DRIVER": "stock"}) == "FAQTUI_DRIVER=stock"
    assert driver.driver_class({"FAQTUI_DRIVER": "stock"}) is None


def test_a_textual_without_what_we_lean_on_falls_back(monkeypatch):
    monkeypatch.setattr(driver, "_PRIVATE", ("_enable_mouse_support", "_no_such_thing"))
    assert driver.why_stock({}) == "this Textual has no LinuxDriver._no_such_thing"


def keys(event, known=()):
    return [(e.key, e.character) for e in split_escape(event, known=lambda key: key in known)]


def test_alt_without_a_meaning_is_escape_and_the_key():
    assert keys(events.Key("alt+q", None)) == [("escape", "\x1b"), ("q", "q")]


def test_alt_with_a_meaning_of_its_own_stays():
    assert keys(events.Key("alt+backspace", None), known=("alt+backspace",)) == [("alt+backspace", None)]


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+y", "down"])
def test_other_keys_stay_as_they_are(key):
    event = events.Key(key, None)
    assert split_escape(event, known=lambda _: False) == [event]
