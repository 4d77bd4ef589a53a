"""The addresses of the recommendations."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.recommendations import views

urlpatterns = [
    path("recommendations/", views.recommendations, name="recommendations"),
]
