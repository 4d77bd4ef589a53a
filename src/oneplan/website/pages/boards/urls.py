"""The addresses of boards and their members."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.boards import seat_views, views

urlpatterns = [
    path("partnerships/<slug:partnership>/boards/", views.all_of_them, name="boards"),
    path("partnerships/<slug:partnership>/boards/add/", views.add, name="add-board"),
    path("partnerships/<slug:partnership>/boards/<int:number>/", views.one, name="board"),
    path(
        "partnerships/<slug:partnership>/boards/<int:number>/change/",
        views.change,
        name="change-board",
    ),
    path(
        "partnerships/<slug:partnership>/boards/<int:number>/answers-to/",
        views.answers,
        name="answer-to",
    ),
    path(
        "partnerships/<slug:partnership>/boards/<int:number>/members/add/",
        seat_views.add,
        name="add-seat",
    ),
    path(
        "partnerships/<slug:partnership>/seats/<int:seat>/change/",
        seat_views.change,
        name="change-seat",
    ),
    path(
        "partnerships/<slug:partnership>/seats/<int:seat>/remove/",
        seat_views.take_away,
        name="remove-seat",
    ),
]
