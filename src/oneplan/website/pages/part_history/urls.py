"""The address of a part's history."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.part_history import views

urlpatterns = [
    path("parts/<str:part>/history/", views.part_history, name="part-history"),
]
