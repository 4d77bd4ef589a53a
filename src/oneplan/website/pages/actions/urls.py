"""The addresses of an action and of the list of actions."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.actions import views

urlpatterns = [
    path("actions/", views.actions, name="actions"),
    path("actions/<str:action>/", views.action, name="action"),
]
