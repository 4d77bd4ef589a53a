"""The addresses of the golden thread."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.thread import views

urlpatterns = [
    path("thread/", views.thread, name="thread"),
]
