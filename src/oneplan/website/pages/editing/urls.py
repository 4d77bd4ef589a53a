"""The addresses at which a live plan is changed; they lie below the plan's own."""

from __future__ import annotations

from django.urls import URLPattern, path

from oneplan.website.pages.editing import (
    adding_views,
    arranging_views,
    change_views,
    joining_views,
    many_views,
    numbering_views,
    particulars_views,
    splitting_views,
    undo_views,
)

urlpatterns: list[URLPattern] = [
    path("particulars/", particulars_views.particulars, name="particulars"),
    path("particulars/change/<slug:sheet>/", change_views.change_plan_itself, name="change-plan"),
    path("particulars/add/<slug:sort>/", adding_views.add_to_plan, name="add-to-plan"),
    path("particulars/renumber/", numbering_views.renumber_plan, name="renumber-plan"),
    path("parts/<str:part>/change/<slug:sheet>/", change_views.change, name="change"),
    path("parts/<str:part>/add/<slug:sort>/", adding_views.add, name="add"),
    path("parts/<str:part>/move/", arranging_views.move, name="move"),
    path("parts/<str:part>/remove/", arranging_views.remove, name="remove"),
    path("measures/<str:measure>/remove/", arranging_views.remove_measure, name="remove-measure"),
    path("parts/<str:part>/renumber/", numbering_views.renumber, name="renumber"),
    path("parts/<str:part>/merge/", joining_views.merge, name="merge"),
    path("parts/<str:part>/split/", splitting_views.split, name="split"),
    path("actions-at-once/", many_views.many, name="many"),
    path("undo/<slug:batch>/", undo_views.take_back, name="undo"),
]
