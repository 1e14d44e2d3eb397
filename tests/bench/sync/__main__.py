"""make bench-sync: the server's part of sync, beside Kinto on the same machine in the same run.

The defaults take a few minutes; ARGS="--people 64 --rounds 3" and so on make it surer.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.sync import beside_kinto, growth, kinto, postgres
from tools.postgres import running_postgres


def main() -> None:
    """Print every figure with its budget."""
    sizes = arguments()
    with TemporaryDirectory() as name, running_postgres(postgres.DURABLE) as server:
        if server is None:
            print("No PostgreSQL on this machine: its figures are left out, and those of Kinto.")
        elif not kinto.is_here():
            print("Kinto is not installed: make bench-sync does that. Its figures are left out.")
        folder = Path(name)
        beside_kinto.measure(sizes.people, sizes.records, sizes.rounds, folder, server)
        growth.measure(sizes.rows, folder, server)


def arguments() -> argparse.Namespace:
    """The sizes of this run."""
    parser = argparse.ArgumentParser(prog="make bench-sync ARGS=", description=__doc__)
    parser.add_argument("--people", type=int, default=64)
    parser.add_argument("--records", type=int, default=200, help="entries of each of them")
    parser.add_argument("--rounds", type=int, default=1, help="how often both take turns")
    parser.add_argument("--rows", type=int, default=growth.LARGE, help="of the large table")
    return parser.parse_args()


if __name__ == "__main__":
    main()
