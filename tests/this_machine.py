"""Whoever runs the tests calls nobody outside this machine: a try of that is a fault."""

from __future__ import annotations

import socket
import sys
from ipaddress import ip_address
from typing import Any

CALLS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
QUESTIONS = {"socket.getaddrinfo", "socket.gethostbyname"}
OWN = ("localhost", socket.gethostname())  # a mail is sent with the name of the machine


class CalledOutside(RuntimeError):
    """Something of ours called another machine."""


def stay() -> None:
    """From now on this process reaches this machine only. It cannot be taken back."""
    sys.addaudithook(_watch)


def is_here(host: Any) -> bool:
    """Whether a name or an address is of this machine."""
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    if name in OWN:
        return True
    try:
        return ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in CALLS:
        address = arguments[1]
        if isinstance(address, tuple) and not is_here(address[0]):
            raise CalledOutside(f"{event} to {address[0]}")
    elif event in QUESTIONS and not is_here(arguments[0]):
        raise CalledOutside(f"{event} for {arguments[0]}")
