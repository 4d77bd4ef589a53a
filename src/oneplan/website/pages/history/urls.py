"""The addresses of the history."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.history import undo_views, views

_HERE = "partnerships/<slug:partnership>/history/"

urlpatterns = [
    path(_HERE, views.search, name="history"),
    path(f"{_HERE}deeds/<slug:batch>/undo/", undo_views.undo_deed, name="undo-in-history"),
    path(f"{_HERE}events.csv", views.as_csv, name="history-csv"),
    path(f"{_HERE}events.jsonl", views.as_json_lines, name="history-jsonl"),
]
