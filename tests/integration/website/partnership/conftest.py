"""A partnership with something of every sort, and its administrator."""

from __future__ import annotations

import pytest
from django.test import Client

from builders.furnished import Furnished, furnished
from builders.partnerships import started
from builders.standing_cast import signed_in
from oneplan.partnership.partners.access import Member


@pytest.fixture
def first() -> Member:
    """The first administrator of a partnership."""
    return started()


@pytest.fixture
def made(first: Member) -> Furnished:
    """The partnership with something of every sort."""
    return furnished(first)


@pytest.fixture
def browser(first: Member) -> Client:
    """The administrator's browser."""
    return signed_in(first)


@pytest.fixture
def base(first: Member) -> str:
    """Where the partnership's pages begin."""
    return f"/partnerships/{first.partnership.slug}/"
