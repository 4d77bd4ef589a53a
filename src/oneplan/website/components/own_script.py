"""Pages that may run the site's own script files; all others run none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, cast

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpResponse

_Asked = ParamSpec("_Asked")


def with_own_script(view: Callable[_Asked, HttpResponse]) -> Callable[_Asked, HttpResponse]:
    """Lets a page run the site's own script files, and these ask the site; its forms work without."""
    policy = {"script-src": [SELF], "connect-src": [SELF]}
    allowed = csp_update(policy)(cast(Any, view))
    return cast(Callable[_Asked, HttpResponse], allowed)
