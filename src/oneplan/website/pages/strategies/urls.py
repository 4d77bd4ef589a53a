"""The addresses of strategies."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.strategies import views

urlpatterns = [
    path("partnerships/<slug:partnership>/strategies/", views.all_of_them, name="strategies"),
    path("partnerships/<slug:partnership>/strategies/add/", views.add, name="add-strategy"),
    path("partnerships/<slug:partnership>/strategies/<int:number>/", views.one, name="strategy"),
    path(
        "partnerships/<slug:partnership>/strategies/<int:number>/change/",
        views.change,
        name="change-strategy",
    ),
]
