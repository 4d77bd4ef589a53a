"""The addresses of what the site says of itself."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.about import views

urlpatterns = [
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
]
