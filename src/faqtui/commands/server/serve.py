"""``faqtui serve``: ``ssh faq@host`` without an account on the host; its options, and the sockets that it listens on."""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.commands.arguments import Add, Command, Given
from faqtui.commands.console import Console
from faqtui.commands.server.zygote import add_terms, become, number, terms_of
from faqtui.errors import UsageError

if TYPE_CHECKING:
    from faqtui.serving.doors import Doors, Web

LISTEN = "127.0.0.1:2222"
HOST_KEY = "ssh_host_ed25519_key"
PER_ADDRESS, STARTS, GRACE, LINGER = 20, 100, 20, 5


def _options(add: Add) -> None:
    add("--listen", metavar="ADDRESS:PORT", action="append", default=[],
        help=f"where to speak SSH ({LISTEN}); repeatable")  # fmt: skip
    add("--host-key", metavar="FILE", action="append", default=[],
        help="prove with this key who this host is, not with one made once")  # fmt: skip
    add("--auth", metavar="none|keys=FILE|ca=FILE", default="none",
        help="who may log in: all (none), whose keys a file has, or whom an authority has signed")  # fmt: skip
    add("--web", metavar="ADDRESS:PORT", help="show it in a page there, too (extra faqtui[web])")
    add("--web-origin", metavar="URL", action="append", default=[],
        help="where the page is asked for, when a proxy stands before it; repeatable")  # fmt: skip
    add("--web-token", metavar="FILE", help="only for who has what this file says behind a # in the page's address")
    add("--status", metavar="ADDRESS:PORT", help="answer /healthz, /readyz and /metrics there")
    add("--proxy", metavar="NETWORK", action="append", default=[],
        help="a balancer that says who comes (PROXY protocol v2); repeatable")  # fmt: skip
    add("--per-address", metavar="N", type=number("sessions", least=1), default=PER_ADDRESS,
        help=f"sessions of one address ({PER_ADDRESS})")  # fmt: skip
    add("--starts", metavar="N", type=number("sessions", least=1), default=STARTS,
        help=f"sessions that may begin in a second ({STARTS})")  # fmt: skip
    add("--grace", metavar="SECONDS", type=number("seconds", least=1), default=GRACE,
        help=f"to log in ({GRACE})")  # fmt: skip
    add("--linger", metavar="SECONDS", type=number("seconds", whole=False), default=LINGER,
        help=f"to take connections after SIGTERM, until balancers notice ({LINGER})")  # fmt: skip
    add_terms(add)


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Serve until SIGTERM. Raises UsageError where something is missing or cannot be, ContentError for content."""
    from importlib.util import find_spec

    if find_spec("asyncssh") is None:
        raise UsageError("serve: asyncssh is not installed; python3 -m pip install 'faqtui[serve]'")
    if given.web and find_spec("websockets") is None:
        raise UsageError("--web: websockets is not installed; python3 -m pip install 'faqtui[web]'")
    terms = terms_of(console, given, operands)
    doors = _doors(given, dict(os.environ))
    if given.user:
        become(given.user)
    doors = _with_keys(doors, given)
    from faqtui.commands.server.served import ServedCommands
    from faqtui.serving import front
    from faqtui.serving.limits import Limits
    from faqtui.serving.processes.keeper import Keeper

    limits = Limits(per_address=given.per_address, starts=given.starts, grace=given.grace)
    return Keeper(
        terms,
        ServedCommands(),
        most=given.sessions,
        front=partial(front.live, doors=doors, limits=limits),
        doors=doors.sockets(),
        lingers=doors.lingers,
        queries=given.log_commands,
        notify_at=os.environ.get("NOTIFY_SOCKET", ""),
    ).run()


def _doors(given: Given, env: dict[str, str]) -> Doors:
    """The sockets that the options name, or that systemd hands over in place of those for SSH. Raises UsageError."""
    from faqtui.serving import proxies
    from faqtui.serving.doors import Doors
    from faqtui.serving.systemd import handed_over

    try:
        trusted = proxies.networks(given.proxy)
    except ValueError as error:
        raise UsageError(f"--proxy: {error}") from error
    ssh = handed_over(env)
    if not ssh or given.listen:
        ssh += [listening(address) for address in given.listen or [LISTEN]]
    return Doors(
        ssh=ssh,
        status=[listening(given.status)] if given.status else [],
        web=[listening(given.web)] if given.web else [],
        page=_page(given),
        trusted=trusted,
        lingers=given.linger,
    )


def _page(given: Given) -> Web:
    """Where the page is asked for and by whom. Raises UsageError."""
    from urllib.parse import urlsplit

    from faqtui.serving.doors import Web

    for origin in given.web_origin:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/"):
            raise UsageError(f"--web-origin: an address such as https://faq.example.com is needed, not {origin}")
    token = ""
    if given.web_token:
        try:
            token = Path(given.web_token).read_text(encoding="utf-8").strip()
        except (OSError, ValueError) as error:
            raise UsageError(f"--web-token: {given.web_token}: cannot be read: {error}") from error
        if not token:
            raise UsageError(f"--web-token: {given.web_token} is empty")
    return Web(origins=tuple(given.web_origin), token=token)


def _with_keys(doors: Doors, given: Given) -> Doors:
    """Which keys prove who this host is, and who may log in. Raises UsageError for another way than there are."""
    auth, _, file = given.auth.partition("=")
    if auth not in ("none", "keys", "ca") or bool(file) != (auth != "none"):
        raise UsageError(f"--auth: none, keys=FILE or ca=FILE, not {given.auth}")
    doors = doors._replace(auth=auth, auth_file=file)
    if given.host_key:
        return doors._replace(keys=[Path(name) for name in given.host_key])
    from faqtui.host.paths import state_dir

    return doors._replace(keys=[state_dir(os.environ) / HOST_KEY], made=True)


def listening(where: str) -> socket.socket:
    """A socket that listens at ``ADDRESS:PORT``; of IPv6 the address stands in brackets. Raises UsageError."""
    address, colon, port = where.rpartition(":")
    address = address.removeprefix("[").removesuffix("]")
    if not colon or not port.isdecimal() or not port.isascii() or int(port) > 65535:
        raise UsageError(f"an address and a port are needed, as in {LISTEN}, not {where}")
    try:
        return socket.create_server(
            (address or "127.0.0.1", int(port)),
            family=socket.AF_INET6 if ":" in address else socket.AF_INET,
            backlog=512,
            reuse_port=False,
        )
    except OSError as error:
        raise UsageError(f"{where}: cannot listen there: {error.strerror or error}") from error


COMMAND = Command(
    usage="faqtui serve [PATH ...] [options]",
    more="Content is\nread once; each session is a process of its own, in secure mode.\nNeeds the extra faqtui[serve].",
    options=_options,
    run=run,
)
