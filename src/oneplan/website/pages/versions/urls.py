"""The addresses of a plan's versions, below the plan."""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.versions import views

urlpatterns = [
    path("versions/", views.versions, name="versions"),
    path("versions/freeze/", views.freeze, name="freeze"),
    path("versions/compare/", views.differences, name="differences"),
    path("versions/<str:number>/go-back/", views.back_to, name="go-back"),
    path("as-it-stood/", views.as_it_stood, name="as-it-stood"),
]
