"""The addresses of the red pen."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.red_pen import views

urlpatterns = [
    path("red-pen/", views.red_pen, name="red-pen"),
]
