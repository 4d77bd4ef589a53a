"""The addresses of bringing a plan into a partnership."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.importing import draft_views, name_views, newer_views, views

_ALL = "partnerships/<slug:partnership>/import/"
_ONE = f"{_ALL}<str:reading>/"

urlpatterns = [
    path(_ALL, views.upload, name="import"),
    path(_ONE, views.reading, name="import-reading"),
    path(f"{_ONE}stop/", views.stop, name="import-stop"),
    path(f"{_ONE}again/", views.again, name="import-again"),
    path(f"{_ONE}columns/", views.columns, name="import-columns"),
    path(f"{_ONE}delete/", views.delete, name="import-delete"),
    path(f"{_ONE}names/", name_views.names, name="import-names"),
    path(f"{_ONE}names-all/", name_views.settle_all, name="import-names-all"),
    path(f"{_ONE}names-undo/", name_views.undo, name="import-names-undo"),
    path(f"{_ONE}names/<str:name>/", name_views.name, name="import-name"),
    path(f"{_ONE}newer/<slug:plan>/", newer_views.newer, name="import-newer"),
    path(f"{_ONE}draft/", draft_views.draft, name="import-draft"),
]

of_a_plan = [
    path("names/", name_views.names_of_plan, name="names"),
    path("names-all/", name_views.settle_all_of_plan, name="names-all"),
    path("names-undo/", name_views.undo_of_plan, name="names-undo"),
    path("names/<str:name>/", name_views.name_of_plan, name="name"),
]
"""What can be settled later, when the plan is here."""
