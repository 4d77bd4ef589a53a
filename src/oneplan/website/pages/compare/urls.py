"""The addresses of "Compare two versions"."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.compare import views

urlpatterns = [
    path("compare/", views.compare, name="compare"),
    path("compare/<str:old>/<str:new>/", views.differences, name="differences"),
    path("compare/<str:old>/<str:new>/changes.html", views.report, name="changes"),
    path("compare/<str:old>/<str:new>/delete/", views.delete, name="delete-versions"),
]
