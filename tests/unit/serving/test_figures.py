"""What a server counts, in the format that Prometheus reads."""

from __future__ import annotations

import re

from faqtui.serving.figures import Figures, Histogram

LINE = re.compile(r'# (HELP|TYPE) faqtui_\w+ .+|faqtui_\w+(\{\w+="[^"\\\n]*"\})? -?[0-9.]+')


def test_all_of_it_is_in_the_format():
    figures = Figures()
    figures.refuse("rate")
    figures.refuse("rate")
    figures.started["ssh"] = 3
    text = figures.text({"ready": True, "draining": None, "revision": "ab12", "reloads": 2, "entries": 49})
    assert [line for line in text.splitlines() if not LINE.fullmatch(line)] == []
    for line in (
        'faqtui_refused_total{reason="rate"} 2',
        'faqtui_sessions_started_total{way="ssh"} 3',
        'faqtui_content_info{revision="ab12"} 1',
        "faqtui_reloads_total 2",
        "faqtui_entries 49",
        "faqtui_ready 1",
        "faqtui_draining 0",
    ):
        assert f"\n{line}\n" in text


def test_a_server_that_drains_is_not_ready():
    text = Figures().text({"ready": True, "draining": 12.5, "revision": "", "reloads": 0, "entries": 0})
    assert "\nfaqtui_ready 0\n" in text
    assert "\nfaqtui_draining 1\n" in text


def test_buckets_count_all_that_is_at_most_so_long():
    histogram = Histogram((0.1, 1.0))
    for seconds in (0.05, 0.1, 0.5, 3.0):
        histogram.add(seconds)
    assert list(histogram.lines("x")) == [
        'x_bucket{le="0.1"} 2', 'x_bucket{le="1.0"} 3', 'x_bucket{le="+Inf"} 4', "x_sum 3.650000", "x_count 4",
    ]  # fmt: skip
