"""What a person does, in order: each step stands on the one before it."""

from __future__ import annotations

from collections.abc import Callable

from tests.browsers.driver import Browser, Fault
from tests.e2e.server import Server
from tests.people import PASSWORD
from webapp.languages import PATHS

SENT = "Alles is verstuurd"
LOCKED = "Je dagboek zit op slot"
CODE = "een groene 7"
ARTICLE = "/nl/artikelen/houding"
KEPT = "document.querySelector('#kept-line')?.innerText.startsWith('Alle ')"
SAVE = "form#entry button.big[type=submit]"


class Journey:
    """One person with one browser."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.browser, self.server = browser, server
        self.name = f"Kruik{browser.site.rsplit(':', 1)[1]}{type(browser).__name__}"

    def steps(self) -> list[tuple[str, Callable[[], None]]]:
        """What each is called, and the step."""
        return [
            ("reads, and gets the library on the phone", self.read),
            ("makes an account by name", self.join),
            ("logs a cramp, which is sent", self.log_and_send),
            ("reads and logs with the server gone", self.without_network),
            ("has it sent when the server is back", self.sent_later),
            ("locks the diary and opens it", self.lock),
            ("signs out, and the phone is empty", self.sign_out),
            ("signs in, and the diary is back", self.sign_in),
        ]

    def read(self) -> None:
        """Home and Cramp now, then the list until all of it is on the phone."""
        self.browser.go(PATHS["pwa.home"]["nl"])
        self.browser.go(PATHS["library.cramp_now"]["nl"])
        self.browser.go(PATHS["library.index"]["nl"])
        self.browser.until(KEPT, seconds=60)

    def join(self) -> None:
        """The form, the recovery codes, and Today."""
        self.browser.go(PATHS["accounts.sign_up_by_name"]["nl"])
        self.browser.fill("input[autocomplete=username]", self.name)
        self.browser.fill("#password", PASSWORD)
        self.browser.tick("#of_age")
        self.browser.tick("#consent")
        self.browser.click("main form button[type=submit]")
        self.browser.sees("h1", "Je herstelcodes")
        self.browser.click("main a", "Ik heb ze bewaard")
        self.browser.is_at(PATHS["tips.today"]["nl"])
        self.browser.sees("#sync-line", SENT)

    def log_and_send(self) -> None:
        """With the network there."""
        self._log("met netwerk")
        self.browser.sees("#sync-line", SENT)

    def without_network(self) -> None:
        """The server is stopped: what a browser calls offline is not the same."""
        self.server.stop()
        self.browser.go(ARTICLE)
        self.browser.sees("h1", "Houding")
        # WebKit keeps the page that is left asleep: it may not hold the diary.
        for number in range(1, 5):
            self._log(f"zonder netwerk {number}")
        self.browser.sees("#diary", "met netwerk")

    def sent_later(self) -> None:
        """On the next visit."""
        self.server.start()
        self.browser.go(PATHS["tracker.diary"]["nl"])
        self.browser.sees("#sync-line", SENT)

    def lock(self) -> None:
        """Put on, locked, and opened with the code."""
        self.browser.go(PATHS["accounts.lock"]["nl"])
        self.browser.fill("#code", CODE)
        self.browser.fill("#again", CODE)
        self.browser.click("#lock button", "Zet het slot erop")
        self.browser.click("#lock button", "Nu op slot")
        self.browser.sees("#locked", LOCKED)
        self.browser.send("Navigate", url=self.browser.site + PATHS["tracker.diary"]["nl"])
        self.browser.sees("#locked", LOCKED)
        self.browser.fill("#code", CODE)
        self.browser.click("#locked button", "Openen")
        self.browser.sees("#diary", "zonder netwerk 4")

    def sign_out(self) -> None:
        """Nothing of the diary stays."""
        self.browser.go(PATHS["accounts.me"]["nl"])
        self.browser.click("main a", "Uitloggen")
        self.browser.is_at(PATHS["pwa.home"]["nl"])
        if left := self.browser.databases():
            raise Fault(f"{left} databases are left")

    def sign_in(self) -> None:
        """By name and password."""
        self.browser.go(PATHS["accounts.sign_in"]["nl"])
        self.browser.fill("#email", self.name)
        self.browser.fill("#password", PASSWORD)
        self.browser.click("main form button[type=submit]", "Inloggen")
        self.browser.is_at(PATHS["tips.today"]["nl"])
        self.browser.go(PATHS["tracker.diary"]["nl"])
        self.browser.sees("#diary", "zonder netwerk 4")

    def _log(self, note: str) -> None:
        self.browser.go(PATHS["tracker.cramp"]["nl"])
        self.browser.tick(".scale input[value='6']")
        self.browser.fill("textarea", note)
        self.browser.click(SAVE, "Bewaren")
        self.browser.is_at(PATHS["tracker.diary"]["nl"])
        self.browser.sees("#diary", note)
