"""The addresses at which a plan begins, is agreed, ends, goes and comes back."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.plan_life import views

_HERE = "partnerships/<slug:partnership>/"

urlpatterns = [
    path(f"{_HERE}start-a-plan/", views.start, name="start-plan"),
    path(f"{_HERE}removed-plans/", views.removed, name="removed-plans"),
    path(f"{_HERE}removed-plans/<slug:plan>/bring-back/", views.bring_back, name="bring-plan-back"),
]

of_a_plan = [
    path("stage/", views.stage, name="stage"),
    path("remove/", views.remove, name="remove-plan"),
]
