"""What was entered in a form is read as people write it."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import RequestFactory

from oneplan.partnership.partners.refusals import Refused
from oneplan.website.components.fields import Field, Form, Option, form_of

ON = Field("on", "On", "day")


def _form(**values: str | list[str]) -> Form:
    shown = {name: [value] if isinstance(value, str) else value for name, value in values.items()}
    return Form([ON], shown, sent=True)


@pytest.mark.parametrize(
    "text",
    ["1 April 2013", " 01  april 2013", "1 Apr 2013", "1/4/2013", "01.04.2013", "2013-04-01"],
)
def test_a_day_is_read_in_the_ways_in_which_people_write_it(text: str) -> None:
    form = _form(on=text)
    assert form.day("on") == date(2013, 4, 1)
    assert form.errors == {}


@pytest.mark.parametrize(
    "text", ["31 June 2013", "April", "1/4", "0001-01-01", "13/13/2013", "x" * 99]
)
def test_what_is_no_day_is_an_error_at_the_field(text: str) -> None:
    form = _form(on=text)
    assert form.day("on") is None
    assert form.errors == {"on": "Enter a day like 31 March 2024"}


def test_nothing_entered_is_no_day_and_no_error() -> None:
    form = _form(on="  ")
    assert form.day("on") is None
    assert form.errors == {}


@pytest.mark.parametrize("text", ["-1", "1.5", "one", "９", "9" * 40])
def test_what_is_no_number_is_not_on_the_list(text: str) -> None:
    form = _form(body=text, ticked=["3", text])
    assert form.number("body") is None
    assert form.errors == {"body": "Choose one from the list"}
    assert form.numbers("ticked") == {3}


def test_nothing_is_carried_out_while_something_cannot_be_read() -> None:
    form = _form(on="never")
    form.day("on")
    assert not form.done(lambda: pytest.fail("it was carried out"))


def test_what_an_operation_refuses_is_an_error_at_the_field() -> None:
    def refusing() -> None:
        raise Refused({"name": "Enter a name"})

    form = _form()
    assert not form.done(refusing)
    assert form.errors == {"name": "Enter a name"}
    assert _form().done(lambda: 7)


def test_a_form_is_filled_in_with_days_as_people_read_them() -> None:
    request = RequestFactory().get("/")
    fields = [ON, Field("body", "Body"), Field("none", "None")]
    form = form_of(request, fields, {"on": date(2013, 4, 1), "body": 3, "none": None})
    assert (form.text("on"), form.text("body"), form.text("none")) == ("1 April 2013", "3", "")
    assert not form.sent


def test_only_what_the_form_asks_for_is_read() -> None:
    form = form_of(RequestFactory().post("/", {"on": "1/4/2013", "role": "administrator"}), [ON])
    assert form.sent
    assert form.text("role") == ""


def test_options_stand_under_their_headings_in_order() -> None:
    given = (Option("1", "A", "Bodies"), Option("2", "B", "Posts"), Option("3", "C", "Bodies"))
    groups = Field("who", "Who", "choice", options=given).groups
    assert [(name, len(options)) for name, options in groups] == [("Bodies", 2), ("Posts", 1)]
