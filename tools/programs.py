"""What tests need of the machine beside Python and Node, where it is there."""

from __future__ import annotations

import os
import shutil


def nginx_path() -> str | None:
    """Where nginx is; Debian keeps it where only root looks."""
    return shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
