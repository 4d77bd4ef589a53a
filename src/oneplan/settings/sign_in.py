"""How people sign in: allauth and axes, with only those of their parts that the site shows."""

from __future__ import annotations

from datetime import timedelta

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "partnerships"
LOGOUT_REDIRECT_URL = "home"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "oneplan.website.pages.accounts.adapters.ByAddress",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 12}),
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
        ("CommonPasswordValidator", {}),
    )
]

ACCOUNT_ADAPTER = "oneplan.website.pages.accounts.adapters.SignIn"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up; allauth's checks ask for it
ACCOUNT_EMAIL_VERIFICATION = (
    "none"  # whoever signs in by a code has shown that the address is theirs
)
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {
    "login_failed": "30/m/ip,20/h/key",
    "request_login_code": "30/m/ip,3/m/key,10/h/key",
    "new_address": "30/h/ip,5/h/user",
}
ONEPLAN_CONFIRMED_SECONDS = 10 * 60
"""How long after signing in, or after confirming it, somebody may change how they sign in."""

MFA_ADAPTER = "oneplan.website.pages.accounts.adapters.SecondStep"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "oneplan"
MFA_TOTP_TOLERANCE = 1  # telephones' clocks are not exact
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_REAUTHENTICATION_REQUIRED = False  # the pages ask by themselves, in one way

SOCIALACCOUNT_ADAPTER = "oneplan.website.pages.accounts.adapters.Directory"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form's answer may not lead to another site (CSP form-action)
SOCIALACCOUNT_STORE_TOKENS = False

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # nobody can shut out somebody elsewhere
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "oneplan.website.pages.accounts.lock_out.address_tried"
AXES_CLIENT_IP_CALLABLE = "oneplan.website.pages.accounts.lock_out.client_address"
AXES_LOCKOUT_CALLABLE = "oneplan.website.pages.accounts.lock_out.locked_out_page"
AXES_DISABLE_ACCESS_LOG = True  # the history of events tells of sign-ins
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = [
    "username",
    "ip_address",
    "login",
    "email",
    "code",
    "csrfmiddlewaretoken",
]
