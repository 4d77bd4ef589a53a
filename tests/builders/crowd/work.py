"""What the people of a crowd do, each their own kind of thing over and over, and what they are told of it."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from builders.crowd.browser import SAVED, WRONG, Answer, Browser, Saved
from builders.crowd.forms import File, Form, form_to, forms_of
from builders.crowd.site import PASSWORD, Crowd
from builders.edited_books import book_of
from oneplan.document.files import to_json
from oneplan.document.schema import PlanDocument

_FINDING = re.compile(r'name="finding" value="(\w+)"> Choose<[^>]*> “[^<]*”, ([^<]*)<')
_SETTLED = re.compile(r"\?settled=(\w+)")


@dataclass(slots=True)
class AtWork:
    """Somebody at work: their browser, and what the site has said is done.

    ``saved`` are changes of texts, ``done`` counts what the history calls by these names, ``settled`` are
    batches of names, ``versions`` and ``plans`` what was frozen and brought in.
    """

    browser: Browser
    crowd: Crowd
    name: str
    number: int
    saved: list[Saved] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    settled: list[str] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)

    def reword(self, key: str, word: Callable[[str], str]) -> str:
        """Changes the text of a part; gives the page that tells so."""
        saved = self.browser.reworded(self.crowd.address, key, word)
        if saved:
            self.saved.append(saved)
        return self.browser.told

    def change(self, path: str, /, file: File | None = None, **given: str | list[str]) -> Form:
        """Sends the form of a page of the plan, and gives it as it was sent."""
        path = self.crowd.address + path
        form = form_to(self.browser.page(path))
        self.browser.batch_after(self.browser.sent(path, form, file, **given))
        return form


Work = Callable[[AtWork, int], None]
"""Somebody's turn, and its number."""


def writes(who: AtWork, turn: int) -> None:
    """Adds to an action of one's own, and a mark to one to which others add theirs."""
    shared = who.crowd.shared
    who.reword(who.name, lambda text: f"{text.partition(',')[0]}, and {turn} more")
    who.reword(shared[who.number % len(shared)], lambda text: f"{text} {who.name}/{turn}")


def measures(who: AtWork, turn: int) -> None:
    """Adds a measure as one types it, rewords it, and takes it out."""
    form = who.change(
        f"parts/{who.name}/add/measure/",
        text=f"Trees planted rise from {turn} to {turn + 30} by March 2027",
    )
    key = form.text("key")
    who.browser.reworded(who.crowd.address, key, lambda text: f"{text} in every park")
    who.change(f"parts/{key}/remove/")


def moves(who: AtWork, turn: int) -> None:
    """Moves a stone up and down its heap, or to the other heap."""
    key = f"stone-{who.number % 4}"
    if turn % 3 == 2:
        who.change(f"parts/{key}/move/", under=f"heap-{turn % 2}")
    else:
        who.change(f"parts/{key}/move/", by="down" if turn % 2 else "up", under="")


def splits(who: AtWork, turn: int) -> None:
    """Makes two actions of one's own, and one of them again, chosen of those that its words may mean."""
    form = who.change(f"parts/{who.name}/split/", text=f"Prune, {turn}", second="Water")
    if who.browser.told:
        chosen = {"other": form.text("key"), "other-words": "Water", "other-for": "Water"}
        who.change(f"parts/{who.name}/merge/", text=f"Prune and water, {turn}", **chosen)


def renumbers(who: AtWork, turn: int) -> None:
    """Numbers the stones of a heap."""
    who.change(f"parts/heap-{turn % 2}/renumber/", what="action", first=f"ST {turn}.0")


def undoes(who: AtWork, turn: int) -> None:
    """Changes an action of one's own, and takes that back."""
    page = who.reword(who.name, lambda _: f"Plant oaks, {turn}")
    form = next((each for each in forms_of(page) if "/undo/" in each.action), None)
    if form:
        who.browser.batch_after(who.browser.sent(form.action, form))


def judges(who: AtWork, turn: int) -> None:
    """Accepts a finding of the red pen with a reason, and opens it again."""
    pen = f"{who.crowd.address}red-pen/"
    path, form = _finding(who, "accept/", "REST 1")
    reason = f"{who.name} knows why, {turn}"
    if _led(who, "accept findings", who.browser.sent(path, form, reason=reason)):
        accepted = forms_of(who.browser.page(pen))
        again = [each for each in accepted if each.action.endswith("open-again/")]
        for each in again:
            if each.text("finding") == form.text("finding"):
                _led(who, "open findings again", who.browser.sent(pen, each))


def gives(who: AtWork, turn: int) -> None:
    """Gives a finding to one and then to another."""
    path, form = _finding(who, "give/", "REST 2")
    name = [*who.crowd.names][turn % 2 - 2]
    listed = form.options.get("to")
    to = {"to": listed[turn % 2 - 2]} if listed else {"to-words": name}
    _led(who, "give findings", who.browser.sent(path, form, **to))


def _finding(who: AtWork, way: str, about: str) -> tuple[str, Form]:
    """The form for a finding about an action that nobody else touches."""
    pen = f"{who.crowd.address}red-pen/"
    findings = _FINDING.findall(who.browser.page(pen))
    path = f"{pen}{way}?finding={next(mark for mark, what in findings if what == about)}"
    return path, form_to(who.browser.page(path))


def _led(who: AtWork, operation: str, answer: Answer) -> bool:
    """Whether a form led on, which is counted as the history calls it."""
    if answer.status == SAVED:
        who.done[operation] += 1
    return answer.status == SAVED


def freezes(who: AtWork, turn: int) -> None:
    """Freezes a version, as the plan stands where it is being changed, and looks at how that differs."""
    path, number = f"{who.crowd.address}versions/", f"{who.name} {turn}"
    form = form_to(who.browser.page(f"{path}freeze/"))
    answer = who.browser.sent(f"{path}freeze/", form, number=number, note="Kept")
    if answer.status == WRONG:
        given = {"as-it-stands": "yes"}
        answer = who.browser.sent(f"{path}freeze/", form_to(answer.page), **given)
    assert answer.status == SAVED
    who.versions.append(number)
    who.browser.page(f"{path}compare/?old={number.replace(' ', '+')}")


def brings_a_sheet_back(who: AtWork, turn: int) -> None:
    """Takes the actions away as Excel, rewords one's own there, and brings the sheet back."""
    path = f"{who.crowd.address}spreadsheet/"
    book = book_of(who.browser.file(f"{path}actions.xlsx"))
    book.put("Actions", who.name, "What will be done", f"{who.name} plants elms, {turn}")
    file = File("sheet", "trees.xlsx", book.saved())
    form = next(each for each in forms_of(who.browser.page(path)) if each.takes_file)
    who.browser.sent(path, form, file)
    chosen = next(
        (each for each in forms_of(who.browser.page(path)) if "tick" in each.options), None
    )
    if chosen:
        who.browser.batch_after(who.browser.sent(path, chosen, choose="1"))


def settles(who: AtWork, turn: int) -> None:
    """Settles the name of a partner as something new, and takes that back."""
    path = f"{who.crowd.address}names/{who.crowd.names[who.name]}/"
    given = {"means": "new", "name": f"Friends of {who.name}, {turn}"}
    answer = who.browser.sent(path, form_to(who.browser.page(path)), **given)
    settled = _SETTLED.search(answer.leads_to)
    if settled:
        who.settled.append(settled[1])
        back = form_to(who.browser.page(answer.leads_to), "names-undo/")
        who.done["names taken back"] += who.browser.sent(path, back).status == SAVED


def brings_a_plan_in(who: AtWork, turn: int) -> None:
    """Sends a plan, waits until it is read, and makes it a draft."""
    title, path = f"{who.name} {turn}", who.crowd.imports
    file = File("plan", "plan.json", to_json(PlanDocument(title=title)).encode())
    answer = who.browser.sent(path, form_to(who.browser.page(path), path), file)
    wait_until_read(who.browser, answer.leads_to)
    draft = f"{answer.leads_to}draft/"
    if who.browser.sent(draft, form_to(who.browser.page(draft), draft)).status == SAVED:
        who.plans.append(title)


def wait_until_read(browser: Browser, reading: str) -> None:
    """Waits until a file is read, and has it read again where that breaks off."""
    page = browser.asked("GET", reading)
    while page.looks_again or _again(page.page):
        if not page.looks_again:
            browser.sent(reading, form_to(page.page, "again/"))
        time.sleep(0.2)
        page = browser.asked("GET", reading)


def _again(page: str) -> bool:
    return any(each.action.endswith("again/") for each in forms_of(page))


def appoints(who: AtWork, turn: int) -> None:
    """Makes somebody a viewer, and a plan officer again."""
    path = f"/partnerships/{who.crowd.partnership}/people/{who.crowd.appointed}/"
    role = "plan_officer" if turn % 2 else "viewer"
    if who.browser.sent(path, form_to(who.browser.page(path)), roles=[role]).status == SAVED:
        who.done["change_member"] += 1


def signs_in_and_out(who: AtWork, turn: int) -> None:  # noqa: ARG001 - as all turns
    """Signs in with a password, looks at the plan, signs out, and is asked to sign in again."""
    path = "/sign-in/password/"
    given = {"login": who.crowd.email_of(who.name), "password": PASSWORD}
    form = form_to(who.browser.page(path), path)
    assert who.browser.sent(path, form, **given).status == SAVED
    who.browser.page(who.crowd.address)
    who.browser.sent("/sign-out/", form_to(who.browser.page("/sign-out/"), "/sign-out/"))
    assert "/sign-in/" in who.browser.asked("GET", who.crowd.address).leads_to


def reads(who: AtWork, turn: int) -> None:
    """Looks at one page of the plan after the other."""
    pages = ("", "actions/", "thread/", "red-pen/", "versions/", "particulars/", "plan.json")
    who.browser.page(who.crowd.address + pages[turn % len(pages)])
    who.browser.page(f"/partnerships/{who.crowd.partnership}/history/")


KINDS: Mapping[str, tuple[Work, int]] = {
    "Writer": (writes, 29),
    "Measurer": (measures, 4),
    "Mover": (moves, 3),
    "Splitter": (splits, 3),
    "Numberer": (renumbers, 1),
    "Undoer": (undoes, 2),
    "Judge": (judges, 1),
    "Giver": (gives, 1),
    "Freezer": (freezes, 2),
    "Calculator": (brings_a_sheet_back, 2),
    "Namer": (settles, 2),
    "Bringer": (brings_a_plan_in, 2),
    "Appointer": (appoints, 1),
    "Appointed": (writes, 1),
    "Guest": (signs_in_and_out, 1),
    "Reader": (reads, 5),
}
"""What somebody does, by the first word of their name, and how many of sixty do it."""
