"""The addresses of the history of a plan and of a part of it."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.part_history import views

urlpatterns = [
    path("history/", views.plan_history, name="plan-history"),
    path("parts/<str:part>/history/", views.part_history, name="part-history"),
]
