"""What holds for all tests: their number at once, the signals that what they start begins with, patience with properties."""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import HealthCheck, settings

# Properties say what is true, not how soon: a machine that is busy with something else fails none of them.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

IGNORED_BY_PYTHON = {getattr(signal, name) for name in ("SIGPIPE", "SIGXFZ", "SIGXFSZ") if hasattr(signal, name)}
"""Ignored in every Python; `subprocess` gives them back to what it starts."""


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Where xdist is not, or is switched off, its options in pyproject.toml mean nothing."""
    if not pluginmanager.hasplugin("xdist"):
        group = parser.getgroup("xdist")
        group._addoption("-n", action="store", help="nothing: pytest-xdist is not here")
        group._addoption("--dist", action="store", help="nothing: pytest-xdist is not here")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two processes to a processor, since the tests of the real program wait half of their time; none for named tests."""
    if config.args and all("::" in argument for argument in config.args):
        return 0
    affinity = getattr(os, "sched_getaffinity", None)
    return 2 * (len(affinity(0)) if affinity else os.cpu_count() or 1)


def pytest_collection_modifyitems(items: list[pytest.Item], config: pytest.Config) -> None:
    """One more try for what has real terminals, servers and clocks in it; the summary names whatever needed it."""
    if config.pluginmanager.hasplugin("rerunfailures"):
        for item in items:
            if {"e2e", "tui"} & set(item.path.relative_to(config.rootpath).parts):
                item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_configure() -> None:
    """Have every program that a test starts begin with the signals of a program that a person starts.

    A script's job in the background ignores those of the keyboard, ``nohup`` hanging up, and both hand that on. A signal
    with a handler is by default again in what is started, while these processes go on without heeding it.
    """
    for number in signal.valid_signals() - IGNORED_BY_PYTHON:
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else _unheeded)


def _unheeded(*_: object) -> None:
    pass
