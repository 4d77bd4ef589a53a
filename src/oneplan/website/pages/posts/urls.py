"""The addresses of posts and of those who hold them."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.posts import holding_views, views

urlpatterns = [
    path("partnerships/<slug:partnership>/posts/", views.all_of_them, name="posts"),
    path("partnerships/<slug:partnership>/posts/add/", views.add, name="add-post"),
    path("partnerships/<slug:partnership>/posts/<int:number>/", views.one, name="post"),
    path(
        "partnerships/<slug:partnership>/posts/<int:number>/change/",
        views.change,
        name="change-post",
    ),
    path(
        "partnerships/<slug:partnership>/posts/<int:number>/holders/add/",
        holding_views.add,
        name="add-holding",
    ),
    path(
        "partnerships/<slug:partnership>/holders/<int:holding>/change/",
        holding_views.change,
        name="change-holding",
    ),
    path(
        "partnerships/<slug:partnership>/holders/<int:holding>/remove/",
        holding_views.take_away,
        name="remove-holding",
    ),
]
