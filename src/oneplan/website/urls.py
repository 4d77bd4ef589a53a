"""The addresses of the site. A visitor's own reading has the same pages as a plan on the shelf."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from oneplan.partnership.partners.permissions import Permission
from oneplan.website.live_plans import in_a_partnership
from oneplan.website.pages.about import urls as about
from oneplan.website.pages.accounts import urls as accounts
from oneplan.website.pages.actions import urls as actions
from oneplan.website.pages.boards import urls as boards
from oneplan.website.pages.check import urls as check
from oneplan.website.pages.compare import urls as compare
from oneplan.website.pages.editing import urls as editing
from oneplan.website.pages.elements import urls as elements
from oneplan.website.pages.families import urls as families
from oneplan.website.pages.history import urls as history
from oneplan.website.pages.home import urls as home
from oneplan.website.pages.importing import urls as importing
from oneplan.website.pages.judging import urls as judging
from oneplan.website.pages.organisations import urls as organisations
from oneplan.website.pages.part_history import urls as part_history
from oneplan.website.pages.partnership import urls as partnership
from oneplan.website.pages.people import urls as people
from oneplan.website.pages.plan import urls as plan
from oneplan.website.pages.plan_life import urls as plan_life
from oneplan.website.pages.posts import urls as posts
from oneplan.website.pages.recommendations import urls as recommendations
from oneplan.website.pages.red_pen import urls as red_pen
from oneplan.website.pages.rules import urls as rules
from oneplan.website.pages.spreadsheet import urls as spreadsheet
from oneplan.website.pages.strategies import urls as strategies
from oneplan.website.pages.thread import urls as thread
from oneplan.website.pages.versions import urls as versions
from oneplan.website.remembered_addresses import RememberedAddresses

pages_of_a_plan: list[URLPattern] = [
    *plan.urlpatterns,
    *elements.urlpatterns,
    *actions.urlpatterns,
    *red_pen.urlpatterns,
    *recommendations.urlpatterns,
    *thread.urlpatterns,
]

pages_of_a_live_plan = [
    in_a_partnership(
        page, Permission.DOWNLOAD_PLANS if page.name in plan.AS_DATA else Permission.SEE_PLANS
    )
    for page in pages_of_a_plan
]
pages_of_an_old_plan = [in_a_partnership(page, Permission.SEE_HISTORY) for page in pages_of_a_plan]

_patterns: list[URLPattern | URLResolver] = [
    *home.urlpatterns,
    *rules.urlpatterns,
    *about.urlpatterns,
    *check.urlpatterns,
    *compare.urlpatterns,
    *accounts.urlpatterns,
    *partnership.urlpatterns,
    *people.urlpatterns,
    *organisations.urlpatterns,
    *posts.urlpatterns,
    *boards.urlpatterns,
    *strategies.urlpatterns,
    *history.urlpatterns,
    *plan_life.urlpatterns,
    *importing.urlpatterns,
    path("plans/<str:plan>/", include((pages_of_a_plan, "plan"))),
    path("check/<str:plan>/plan/", include((pages_of_a_plan, "reading"))),
    path(
        "partnerships/<slug:partnership>/import/<str:plan>/plan/",
        include(
            (
                [in_a_partnership(page, Permission.IMPORT_PLANS) for page in pages_of_a_plan],
                "import",
            )
        ),
    ),
    path(
        "partnerships/<slug:partnership>/plans/<slug:plan>/",
        include(
            (
                [
                    *pages_of_a_live_plan,
                    *editing.urlpatterns,
                    *importing.of_a_plan,
                    *part_history.urlpatterns,
                    *plan_life.of_a_plan,
                    *families.urlpatterns,
                    *versions.urlpatterns,
                    *spreadsheet.urlpatterns,
                    *judging.urlpatterns,
                ],
                "live",
            )
        ),
    ),
    path(
        "partnerships/<slug:partnership>/plans/<slug:plan>/versions/<str:number>/plan/",
        include((pages_of_an_old_plan, "version")),
    ),
    path(
        "partnerships/<slug:partnership>/plans/<slug:plan>/as-it-stood/<int:revision>/",
        include((pages_of_an_old_plan, "past")),
    ),
]
urlpatterns = [RememberedAddresses(_patterns)]

handler400 = "oneplan.website.pages.errors.views.not_understood"
handler403 = "oneplan.website.pages.errors.views.not_allowed"
handler404 = "oneplan.website.pages.errors.views.not_found"
handler429 = "oneplan.website.pages.errors.views.too_many"  # allauth's
handler500 = "oneplan.website.pages.errors.views.broken"
