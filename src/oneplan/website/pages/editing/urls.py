"""The addresses at which a live plan is changed; they lie below the plan's own."""

from __future__ import annotations

from django.urls import URLPattern, path

from oneplan.website.pages.editing import change_views, undo_views

urlpatterns: list[URLPattern] = [
    path("parts/<str:part>/change/<slug:sheet>/", change_views.change, name="change"),
    path("particulars/change/<slug:sheet>/", change_views.change_plan_itself, name="change-plan"),
    path("undo/<slug:batch>/", undo_views.take_back, name="undo"),
]
