"""The addresses of a live plan's spreadsheet, below the plan."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.spreadsheet import views

urlpatterns = [
    path("spreadsheet/", views.brought_back, name="spreadsheet"),
    path("spreadsheet/actions.xlsx", views.workbook, name="workbook"),
]
