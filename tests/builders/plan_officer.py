"""A plan officer at a browser: what they do with a plan through the site's pages, by mouse or by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

from builders.browsing import PATIENCE_TO_READ, reach
from builders.edited_books import Book, book_of
from builders.signing_in import FOUR_WORDS

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TYPED = ".op-form :is(input:not([type=hidden]), textarea)"


NewOfficer = Callable[..., "PlanOfficer"]
"""Opens a browser in which somebody is signed in, by their e-mail address."""


@dataclass(slots=True)
class PlanOfficer:
    """Somebody at a page of a site. ``plan`` is the address of the plan that they work on."""

    page: Page
    site: str
    by_keyboard: bool = False
    partnership: str = ""
    plan: str = ""

    def press(self, control: Locator) -> None:
        """Presses a link or a button, and waits for the page that it leads to."""
        with self.page.expect_navigation():
            self._press(control)

    def _press(self, control: Locator) -> None:
        """By Tab and Enter where that is how this person works."""
        if self.by_keyboard:
            reach(self.page, control)
            self.page.keyboard.press("Enter")
        else:
            control.click()

    def tick(self, box: Locator) -> None:
        """Ticks a box or chooses one of several, by Tab and Space where that is how this person works."""
        if self.by_keyboard:
            reach(self.page, box)
            self.page.keyboard.press("Space")
        else:
            box.check()
        expect(box).to_be_checked()

    def type(self, field: Locator, words: str) -> None:
        """Writes words in place of what stands in a field."""
        if self.by_keyboard:
            if not field.evaluate("each => each === document.activeElement"):
                reach(self.page, field)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(words)
        else:
            field.fill(words)

    def button(self, name: str) -> Locator:
        """The first button that begins so."""
        return self.page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first

    def link(self, name: str) -> Locator:
        """The first link that begins so, but for spaces and new lines."""
        words = r"\s+".join(re.escape(word) for word in name.split())
        return self.page.get_by_role("link", name=re.compile(rf"^\s*{words}")).first

    def sees(self, words: str) -> None:
        """Waits until the page's heading says so."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(words)

    def sign_in(self, email: str) -> None:
        """Signs in with the password of those who have one."""
        self.page.goto(f"{self.site}/sign-in/password/")
        self.type(self.page.get_by_label("Your e-mail address"), email)
        self.type(self.page.get_by_label("Your password"), FOUR_WORDS)
        self.press(self.page.get_by_role("button", name="Sign in", exact=True))
        expect(self.page.locator(".op-nav-me")).not_to_contain_text("Sign in")

    def start_partnership(self, name: str) -> None:
        """Starts a partnership, from the page that lists one's own."""
        self.page.goto(f"{self.site}/partnerships/")
        self.press(self.link("Start a partnership"))
        self.type(self.page.get_by_label("Name of the partnership"), name)
        self.press(self.button("Start it"))
        self.sees(name)
        self.partnership = self.page.url

    def add_officer(self, email: str, name: str) -> None:
        """Lets somebody else look after the partnership's plans too."""
        self.page.goto(f"{self.partnership}people/")
        self.press(self.link("Add a person"))
        self.type(self.page.get_by_label("E-mail address"), email)
        self.type(self.page.get_by_label("Name", exact=True), name)
        self.tick(self.page.get_by_label("Plan officer"))
        self.press(self.page.locator("main form button").first)
        expect(self.page.locator("main")).to_contain_text(name)

    def send(self, file: Path) -> None:
        """Sends a plan from the partnership's front page and waits until it has been read."""
        self.press(self.link("Bring"))
        self.page.wait_for_url("**/import/")
        self.page.get_by_label("The plan’s file").set_input_files(file)
        self.press(self.button("Read it"))
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(
            "Your plan has been read", timeout=PATIENCE_TO_READ
        )
        self.page.wait_for_load_state()

    def make_draft(self) -> None:
        """Goes on from the red pen and makes what was read a draft plan."""
        self.press(self.link("Go on to the draft plan"))
        self.page.wait_for_url("**/draft/")
        self.press(self.button("Make it a draft plan"))
        expect(self.page.locator(".op-notice").first).to_contain_text("as a draft")
        self.plan = self.page.url

    def opens(self, path: str, link: str) -> Locator:
        """Opens a form from a page of the plan by its link; gives the field that is typed in."""
        self.page.goto(self.plan + path)
        self.press(self.link(link))
        self.page.wait_for_url("**/parts/**")
        return self.page.locator(_TYPED).first

    def change(self, path: str, link: str, words: str | Callable[[str], str]) -> None:
        """Changes something in place: other words, or words made of those that stand there."""
        field = self.opens(path, link)
        self.type(field, words if isinstance(words, str) else words(field.input_value()))
        self.save()

    def save(self) -> None:
        """Saves a form and waits until the site says so."""
        self.press(self.page.get_by_role("button", name="Save", exact=True))
        expect(self.page.locator(".op-came-of")).to_contain_text("Saved")

    def freeze(self, number: str) -> None:
        """Freezes the plan as a version."""
        self.press(self.link("Versions"))
        self.press(self.link("Freeze a version"))
        self.type(self.page.get_by_label("Number of the version"), number)
        self.press(self.button("Freeze it"))
        self.sees(f"Version {number} is the latest")

    def compared(self, number: str) -> list[str]:
        """What the comparison of a version with the plan as it is tells, sentence by sentence."""
        self.press(self.link("Versions"))
        self.tick(self.page.get_by_label(f"From: version {number}"))
        self.press(self.button("Compare"))
        self.sees(f"between version {number} and the plan now")
        return self.page.locator(".op-change h3").all_inner_texts()

    def workbook(self) -> Book:
        """Downloads the actions."""
        self.press(self.link("Actions"))
        self.page.wait_for_url("**/actions/")
        with self.page.expect_download() as started:
            self._press(self.link("Actions as Excel"))
        return book_of(started.value.path().read_bytes())

    def bring_back(self, book: Book) -> None:
        """Brings edited actions back."""
        self.press(self.link("Actions"))
        self.page.wait_for_url("**/actions/")
        self.press(self.link("Bring the sheet back"))
        self.page.wait_for_url("**/spreadsheet/")
        sheet = FilePayload(name="edited.xlsx", mimeType=_EXCEL, buffer=book.saved())
        self.page.get_by_label("The sheet that you have edited").set_input_files(sheet)
        self.press(self.button("Show what differs"))
        self.sees("The sheet differs")
