"""When the next frame may be sent on links of all kinds, and answers among what is typed."""

import pytest

from faqtui.wire.pace import PATIENCE, Pace

STEP = 0.005


class Link:
    """A line with `rate` bytes a second and `way` seconds there and back, and a program that sends frames on it."""

    def __init__(self, rate: float, way: float, *, asked: float = 0.0) -> None:
        self.rate, self.way = rate, way
        self.pace = Pace()
        self.free = 0.0
        self.questions = 0
        self.answers: list[float] = []
        self.send(asked, 30, ask=True)

    def send(self, now: float, size: int, *, ask: bool | None = None) -> None:
        asked = self.pace.worth_asking(now, size) if ask is None else ask
        self.pace.sent(now, size, asked=asked)
        self.free = max(self.free, now) + size / self.rate
        if asked:
            self.questions += 1
            self.answers.append(self.free + self.way)

    def run(self, now: float) -> None:
        """Let the answers come that come until `now`."""
        while self.answers and self.answers[0] <= now:
            self.pace.answered(self.answers.pop(0))

    def hold_a_key(self, start: float, seconds: float, size: int) -> list[float]:
        """A frame of `size` bytes is wanted all the time; when frames were sent."""
        sent, now = [], start
        while now < start + seconds:
            self.run(now)
            if self.pace.wait(now) == 0:
                self.send(now, size)
                sent.append(now)
            now += STEP
        return sent


def test_a_near_and_quick_link_is_asked_once():
    link = Link(1_000_000, 0.01)
    link.run(0.1)
    assert len(link.hold_a_key(1, 2, 2000)) == pytest.approx(2 / STEP, abs=1)
    assert link.questions == 1


def test_a_far_and_quick_link_is_held_up_by_nothing_but_its_first_frame():
    link = Link(1_000_000, 0.3)
    link.run(0.4)
    sent = link.hold_a_key(1, 3, 1000)
    assert len(sent) > 0.8 * 3 / STEP
    assert sent[1] - sent[0] == pytest.approx(0.3, abs=0.05)


@pytest.mark.parametrize("way", [0.09, 0.2, 0.7])
@pytest.mark.parametrize("rate", [1200, 7000, 20_000])
def test_a_slow_link_never_has_more_than_a_frame_in_its_buffers(rate, way):
    link = Link(rate, way)
    link.run(2)
    frames = link.hold_a_key(2, 6, 1000)
    # However far: the line is as busy as with one frame right after the other, and no busier.
    assert len(frames) == pytest.approx((6 - way) / (1000 / rate), abs=3)
    assert link.free - frames[-1] < 1.3 * 1000 / rate


def test_a_link_that_becomes_quick_is_found_out():
    link = Link(2000, 0.2)
    link.run(2)
    link.hold_a_key(2, 4, 1000)
    link.run(10)
    link.rate = 1_000_000
    assert len(link.hold_a_key(10, 4, 1000)) > 0.8 * 4 / STEP


def test_a_terminal_that_never_answers_is_never_waited_for():
    pace = Pace()
    pace.sent(0, 30, asked=True)
    for frame in range(1, 100):
        assert pace.wait(frame / 50) == 0
        pace.sent(frame / 50, 1000, asked=False)
    assert not pace.worth_asking(10, 1000) or pace.far(10)
    pace.sent(10, 1000, asked=True)
    assert pace.wait(10.1) == 0
    assert not pace.worth_asking(10.2, 1000)


def test_a_terminal_that_ceases_to_answer_holds_up_one_frame_for_a_while():
    link = Link(7000, 0.2)
    link.run(1)
    link.hold_a_key(1, 2, 1000)
    link.run(4.9)
    link.send(5, 1000, ask=True)
    link.answers.clear()
    held = link.pace.wait(5.5)
    assert 0 < held < PATIENCE + 2
    assert link.pace.wait(5.5 + held) == 0
    assert not link.pace.worth_asking(9, 5000)
    assert link.pace.answers_until(9, fenced=True) == 9
    assert link.pace.answers_until(11) == 11
    link.pace.answered(9.5)
    assert link.pace.worth_asking(10, 5000)


def test_leaving_waits_for_an_answer_that_is_on_its_way_and_for_none_that_is_not():
    link = Link(7000, 0.2)
    link.run(1)
    assert link.pace.answers_until(1) == 1
    link.send(2, 700, ask=True)
    assert link.pace.waits_for_answer(2.1)
    assert link.pace.answers_until(2.1) > 5
    assert link.pace.answers_until(2.1, fenced=True) == 2.1
    link.run(2.4)
    assert not link.pace.waits_for_answer(2.4)
    assert link.pace.answers_until(2.4) == 2.4
    assert link.pace.answers_until(2.4, fenced=False) > 5, "what was asked last is on its way"


def test_leaving_waits_no_longer_for_one_that_never_answers_than_an_answer_may_take():
    silent = Pace()
    silent.sent(0, 30, asked=True)
    assert silent.waits_for_answer(3.5)
    assert 3.5 < silent.answers_until(3.5, fenced=False) < 6
    assert silent.answers_until(3.5, fenced=True) == 3.5
    assert not silent.waits_for_answer(6)
    assert silent.answers_until(6) == 6


def test_leaving_waits_a_while_for_the_background_though_what_was_asked_behind_it_is_answered():
    link = Link(7000, 0.2, asked=0.0)
    link.pace.asked_background(0.0)
    link.run(0.25)
    assert link.pace.answers_until(0.25) == 1.0
    assert link.pace.answers_until(3) == 3, "most terminals that say nothing of it never will"
    link.pace.told_background()
    assert link.pace.answers_until(0.25) == 0.25


def test_what_was_painted_long_before_the_first_question_tells_how_slow_a_link_is():
    pace = Pace()
    pace.sent(0, 2300, asked=False)
    pace.sent(0.2, 35, asked=True)
    pace.answered(0.2 + 2335 / 7000)
    assert pace.worth_measuring()
    pace.sent(0.6, 7, asked=True)
    pace.answered(0.801)
    assert pace.rate == pytest.approx(7000, rel=0.05)


def test_what_had_left_a_link_before_the_question_followed_tells_nothing():
    pace = Pace()
    pace.sent(0, 2300, asked=False)
    pace.sent(0.2, 35, asked=True)
    pace.answered(0.401)
    assert pace.rate is None
    assert pace.worth_asking(1, 500)
    pace.sent(1, 500, asked=True)
    assert pace.wait(1.1) > 0


def test_a_few_bytes_tell_nothing():
    link = Link(7000, 0.2)
    link.run(1)
    assert not link.pace.worth_asking(1, 130)
    link.send(1, 130, ask=True)
    link.run(2)
    assert link.pace.rate is None
    assert link.pace.worth_asking(2, 500)
