"""The addresses of the plan on a page and the plan as data."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.plan import views

AS_DATA = ("json", "yaml")
"""The names of the addresses at which a plan is downloaded."""

urlpatterns = [
    path("", views.plan_on_a_page, name="plan"),
    path("plan.json", views.as_json, name="json"),
    path("plan.yaml", views.as_yaml, name="yaml"),
]
