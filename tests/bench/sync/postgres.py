"""Databases for the measuring in one PostgreSQL, which keeps its promises as in production."""

from __future__ import annotations

from pathlib import Path

import psycopg
from psycopg import sql

DURABLE: tuple[str, ...] = ()  # as it is installed: a commit is on the disk


def database(server_url: str, name: str) -> str:
    """The URL of a new, empty database of this server, for somebody who is no superuser.

    Row by row PostgreSQL looks only at what others do.
    """
    named = sql.Identifier(name)
    with psycopg.connect(plain(server_url), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(named))
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(named, named))
    return server_url.replace("postgres@", f"{name}@").rpartition("/")[0] + f"/{name}"


def process(server_url: str) -> int:
    """The id of the process under which all of this server runs."""
    with psycopg.connect(plain(server_url)) as connection:
        folder = connection.execute("SHOW data_directory").fetchone()
    if folder is None:
        raise RuntimeError("PostgreSQL does not tell its folder")
    return int((Path(folder[0]) / "postmaster.pid").read_text().splitlines()[0])


def plain(url: str) -> str:
    """The URL without the name of the driver."""
    return url.replace("postgresql+psycopg", "postgresql")
