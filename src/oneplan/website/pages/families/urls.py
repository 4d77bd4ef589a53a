"""The addresses of the links between plans and between actions."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.families import action_views, plan_views

_ANCESTRY = "actions/<str:action>/ancestry/"

urlpatterns = [
    path("family/", plan_views.family, name="family"),
    path("family/link/", plan_views.link, name="link-plan"),
    path("family/unlink/", plan_views.unlink, name="unlink-plan"),
    path(_ANCESTRY, action_views.ancestry, name="ancestry"),
    path(f"{_ANCESTRY}add/", action_views.add, name="add-ancestor"),
    path(f"{_ANCESTRY}remove/", action_views.remove, name="remove-ancestor"),
]
