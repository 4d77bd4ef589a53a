"""The red pen's rules, all and one by one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from oneplan.document.lint.rule_list import RULES
from oneplan.website.access import everyone
from oneplan.website.pages.rules.values import families, rule_page


@everyone
def rules(request: HttpRequest) -> HttpResponse:
    """All rules by family."""
    context = {"families": families(), "number": len(RULES)}
    return render(request, "pages/rules/rules.html", context)


@everyone
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule: what it means, why it matters, a bad and a good example."""
    shown = rule_page(name)
    if shown is None:
        raise Http404("There is no such rule.")
    return render(request, "pages/rules/rule.html", {"page": shown})
