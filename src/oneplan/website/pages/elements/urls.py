"""The addresses of an element."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.elements import views

urlpatterns = [
    path("elements/<str:element>/", views.element, name="element"),
]
