"""The addresses of the rules."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.rules import views

urlpatterns = [
    path("rules/", views.rules, name="rules"),
    path("rules/<slug:name>/", views.rule, name="rule"),
]
