"""The addresses of signing in and of one's own account.

The names with an underscore are those by which allauth looks for its pages; it has names of its own for
three pages that are one here.
"""

from __future__ import annotations

from django.urls import path

from oneplan.website.pages.accounts import (
    account_views,
    address_views,
    demo_views,
    directory_views,
    second_step_views,
    sign_in_views,
)

urlpatterns = [
    path("sign-in/", sign_in_views.sign_in, name="account_login"),
    path("sign-in/", sign_in_views.sign_in, name="account_request_login_code"),
    path("sign-in/", sign_in_views.sign_in, name="account_signup"),
    path("sign-in/password/", sign_in_views.sign_in_with_password, name="sign-in-with-password"),
    path("sign-in/code/", sign_in_views.code, name="account_confirm_login_code"),
    path("sign-in/second-step/", sign_in_views.second_code, name="mfa_authenticate"),
    path("sign-in/with/<slug:provider_id>/", directory_views.go, name="openid_connect_login"),
    path(
        "sign-in/with/<slug:provider_id>/back/",
        directory_views.come_back,
        name="openid_connect_callback",
    ),
    path("sign-out/", sign_in_views.sign_out, name="account_logout"),
    path("account/", account_views.account, name="account"),
    path("account/name/", account_views.name, name="account-name"),
    path("account/address/", address_views.address, name="account-address"),
    path("account/address/code/", address_views.address_code, name="account-address-code"),
    path("account/password/", account_views.password, name="account-password"),
    path("account/confirm/", account_views.confirm, name="account_reauthenticate"),
    path("account/sessions/", account_views.sessions, name="account-sessions"),
    path(
        "account/sessions/<int:session>/end/",
        account_views.end_session,
        name="account-session-end",
    ),
    path(
        "account/sessions/end-others/",
        account_views.end_other_sessions,
        name="account-sessions-end-others",
    ),
    path("account/second-step/", second_step_views.second_step, name="mfa_index"),
    path("account/second-step/add/", second_step_views.add_app, name="mfa_activate_totp"),
    path("account/second-step/remove/", second_step_views.remove_app, name="mfa_deactivate_totp"),
    path(
        "account/second-step/codes/",
        second_step_views.recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/second-step/codes/new/",
        second_step_views.new_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("demo/sign-in/<slug:role>/", demo_views.sign_in_as, name="demo-sign-in"),
]
