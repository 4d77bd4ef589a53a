"""The addresses of the people of a partnership."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.people import views

urlpatterns = [
    path("partnerships/<slug:partnership>/people/", views.everybody, name="people"),
    path("partnerships/<slug:partnership>/people/add/", views.add, name="add-person"),
    path(
        "partnerships/<slug:partnership>/people/<int:number>/", views.change, name="change-person"
    ),
    path(
        "partnerships/<slug:partnership>/people/<int:number>/write-again/",
        views.write_again,
        name="write-again",
    ),
    path(
        "partnerships/<slug:partnership>/people/<int:number>/remove/",
        views.take_away,
        name="remove-person",
    ),
]
