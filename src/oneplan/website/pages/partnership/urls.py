"""The addresses of a partnership's own pages."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.partnership import name_views, one_views, views

urlpatterns = [
    path("partnerships/", views.yours, name="partnerships"),
    path("start-a-partnership/", views.start, name="start-partnership"),
    path("partnerships/<slug:partnership>/", views.front, name="partnership"),
    path("partnerships/<slug:partnership>/settings/", views.change, name="change-partnership"),
    path("partnerships/<slug:partnership>/search/", views.found, name="search-partnership"),
    path("partnerships/<slug:partnership>/names/", name_views.names, name="names"),
    path(
        "partnerships/<slug:partnership>/other-names/<slug:sort>/<int:number>/",
        one_views.add_other_name,
        name="add-name",
    ),
    path(
        "partnerships/<slug:partnership>/names/<int:number>/forget/",
        name_views.forget,
        name="forget-name",
    ),
    path(
        "partnerships/<slug:partnership>/merge/<slug:sort>/<int:number>/",
        one_views.make_one,
        name="merge",
    ),
    path(
        "partnerships/<slug:partnership>/remove/<slug:sort>/<int:number>/",
        one_views.take_away,
        name="remove",
    ),
]
