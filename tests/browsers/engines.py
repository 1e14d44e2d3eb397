"""Firefox by Marionette, the door it has itself; WebKit by the driver that Debian packs with it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.browsers.driver import Browser, Fault

STARTS = 60  # seconds
MINI_BROWSERS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"
QUIET = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
PATHS = {
    "Navigate": "url",
    "ExecuteScript": "execute/sync",
    "ExecuteAsyncScript": "execute/async",
    "ElementClick": "element/{id}/click",
    "ElementSendKeys": "element/{id}/value",
}


class Firefox(Browser):
    """Firefox: each message is the length of some JSON, a colon, and the JSON."""

    name = "Firefox"
    packages = "firefox-esr"

    def __init__(self, site: str, folder: Path) -> None:
        super().__init__(site)
        port = _free_port()
        preferences = QUIET | {"marionette.port": port}
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in preferences.items()]
        (folder / "user.js").write_text("\n".join(lines))
        self._numbers = count()
        self._process = _start(
            [_firefox(), "--headless", "--marionette", "--no-remote", "--profile", str(folder)],
            folder,
        )
        self._socket = _connected(port)
        self._answers: BinaryIO = self._socket.makefile("rb")
        self._read()  # it says its own name first
        self.version = self.send("NewSession")["capabilities"]["browserVersion"]

    @staticmethod
    def is_here() -> bool:
        """Whether this machine has it."""
        return bool(_firefox())

    def send(self, command: str, **parameters: Any) -> Any:
        """What it answers."""
        number = next(self._numbers)
        message = json.dumps([0, number, f"WebDriver:{command}", parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise Fault(f"{command}: {error['message']}")
        return result.get("value", result)

    def close(self) -> None:
        """End it."""
        self._socket.close()
        _end(self._process)

    def _read(self) -> Any:
        length = b""
        while (byte := self._answers.read(1)) != b":":
            if not byte:
                raise Fault("Firefox is gone")
            length += byte
        return json.loads(self._answers.read(int(length)))


class WebKit(Browser):
    """WebKitGTK: kin of Safari on an iPhone, not Safari."""

    name = "WebKit"
    packages = "webkit2gtk-driver xvfb xauth"

    def __init__(self, site: str, folder: Path) -> None:
        super().__init__(site)
        port = _free_port()
        self._root = f"http://127.0.0.1:{port}/session"
        driver = ["WebKitWebDriver", f"--port={port}"]
        self._process = _start(["xvfb-run", "--auto-servernum", *driver], folder)
        _connected(port).close()
        options = {"binary": _mini_browser(), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        try:
            made = self._post("", {"capabilities": wanted})
        except BaseException:
            _end(self._process)
            raise
        self._root += f"/{made['sessionId']}"
        self.version = made["capabilities"]["browserVersion"]

    @staticmethod
    def is_here() -> bool:
        """Whether this machine has it."""
        return all(map(shutil.which, ("xvfb-run", "xauth", "WebKitWebDriver"))) and bool(
            _mini_browser()
        )

    def send(self, command: str, **parameters: Any) -> Any:
        """What it answers."""
        return self._post("/" + PATHS[command].format(**parameters), parameters)

    def close(self) -> None:
        """End it, and what it runs in."""
        _end(self._process)

    def _post(self, path: str, content: dict[str, Any]) -> Any:
        headers = {"Content-Type": "application/json"}
        request = Request(self._root + path, json.dumps(content).encode(), headers)
        try:
            with urlopen(request, timeout=STARTS) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise Fault(f"{path}: {json.load(error)['value']['message']}") from None


def _firefox() -> str:
    return shutil.which("firefox-esr") or shutil.which("firefox") or ""


def _mini_browser() -> str:
    return next((str(path) for path in sorted(Path("/").glob(MINI_BROWSERS[1:]))), "")


def _start(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    homes = {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CACHE", "CONFIG")}
    # As root there is no sandbox to be had; what it opens here is our own site.
    alone = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"} if os.geteuid() == 0 else {}
    with (folder / "browser.log").open("wb") as log:
        return subprocess.Popen(
            command,
            env=os.environ | homes | alone,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + STARTS
    while time.monotonic() < end:
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            time.sleep(0.1)
    raise Fault("the browser does not start")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
