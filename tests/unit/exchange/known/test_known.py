from __future__ import annotations

from oneplan.exchange.known import load_known


def test_there_are_198_national_indicators():
    assert len(load_known().indicators) == 198


def test_the_indicator_that_was_dropped_before_april_2008_is_not_among_them():
    assert "NI 31" not in load_known().indicators
    assert "NI 199" in load_known().indicators


def test_a_code_leads_to_its_official_title():
    assert load_known().indicators["NI 112"] == "Under 18 conception rate"


def test_an_acronym_leads_to_its_usual_meaning():
    assert load_known().acronyms["EYFS"] == "Early Years Foundation Stage"


def test_no_title_or_meaning_is_empty():
    known = load_known()
    assert all(value.strip() == value and value for value in known.indicators.values())
    assert all(value.strip() == value and value for value in known.acronyms.values())
