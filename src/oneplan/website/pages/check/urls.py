"""The addresses of "Check your own plan"."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.check import views

urlpatterns = [
    path("check/", views.check, name="check"),
    path("check/<str:reading>/", views.reading, name="reading"),
    path("check/<str:reading>/stop/", views.stop, name="stop"),
    path("check/<str:reading>/delete/", views.delete, name="delete"),
    path("check/<str:reading>/columns/", views.columns, name="columns"),
    path("check/<str:reading>/report.html", views.report, name="report"),
]
