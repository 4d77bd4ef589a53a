"""The addresses of the plan on a page and the plan as data."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.plan import views

urlpatterns = [
    path("", views.plan_on_a_page, name="plan"),
    path("plan.json", views.as_json, name="json"),
    path("plan.yaml", views.as_yaml, name="yaml"),
]
