"""The addresses of organisations."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.organisations import views

urlpatterns = [
    path("partnerships/<slug:partnership>/organisations/", views.all_of_them, name="organisations"),
    path("partnerships/<slug:partnership>/organisations/add/", views.add, name="add-organisation"),
    path(
        "partnerships/<slug:partnership>/organisations/<int:number>/",
        views.one,
        name="organisation",
    ),
    path(
        "partnerships/<slug:partnership>/organisations/<int:number>/change/",
        views.change,
        name="change-organisation",
    ),
    path(
        "partnerships/<slug:partnership>/organisations/<int:number>/end/",
        views.end,
        name="end-organisation",
    ),
]
