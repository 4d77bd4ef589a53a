"""The addresses, below the plan."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.judging import views

urlpatterns = [
    path("red-pen/accept/", views.accept, name="accept-findings"),
    path("red-pen/give/", views.give, name="give-findings"),
    path("red-pen/open-again/", views.open_again, name="open-findings-again"),
]
