"""How much of a server anybody may have."""

from __future__ import annotations

from faqtui.serving.limits import SAID, Limits, Usage


def test_sessions_of_an_address_are_counted_and_given_back():
    usage = Usage(Limits(per_address=2))
    assert [usage.begin("a", 0) for _ in range(3)] == ["", "", "address"]
    assert usage.begin("b", 0) == ""
    usage.end("a")
    assert usage.begin("a", 0) == ""


def test_so_many_may_begin_in_a_second_and_more_in_the_next():
    usage = Usage(Limits(per_address=1000, starts=5))
    assert [usage.begin("a", 10.0) for _ in range(6)] == [""] * 5 + ["rate"]
    assert usage.begin("a", 10.1) == "rate"
    assert usage.begin("a", 10.25) == ""
    assert [usage.begin("a", 99.0) for _ in range(6)] == [""] * 5 + ["rate"]


def test_logins_are_bounded_for_all_and_connections_for_each():
    limits = Limits(logins=3, per_address=1)
    usage = Usage(limits)
    assert [usage.connect(str(number)) for number in range(4)] == ["", "", "", "logins"]
    usage.logins = 0
    usage = Usage(limits._replace(logins=1000))
    assert [usage.connect("a") for _ in range(12)] == [""] * limits.connections + ["address"]
    usage.disconnect("a")
    assert usage.connect("a") == ""


def test_of_whom_there_is_nothing_nothing_is_known():
    usage = Usage(Limits(starts=10_000, logins=10_000))
    for number in range(1000):
        usage.connect(str(number))
        usage.begin(str(number), 0)
    for number in range(1000):
        usage.end(str(number))
        usage.disconnect(str(number))
    assert usage.known == 0


def test_each_reason_has_words():
    assert {"address", "rate"} <= set(SAID)


def test_what_was_there_before_counts_until_it_has_gone():
    usage = Usage(Limits(per_address=2))
    usage.inherit("a")
    assert [usage.begin("a", 0) for _ in range(2)] == ["", "address"]
    usage.end("a")
    usage.disconnect("a")
    assert usage.begin("a", 0) == ""


def test_an_address_that_all_come_through_has_as_many_connections_as_there_are():
    limits = Limits(logins=1000, per_address=1)
    usage = Usage(limits)
    assert {usage.connect("proxy", shared=True) for _ in range(3 * limits.connections)} == {""}
    assert usage.connect("proxy") == "address"
    assert Usage(limits._replace(logins=0)).connect("proxy", shared=True) == "logins"
