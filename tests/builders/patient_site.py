"""The settings of one computer, with time to read a plan and to type a code on the busiest machine."""

from __future__ import annotations

from oneplan.settings.embedded import *  # noqa: F403 - settings are names in a module

ONEPLAN_READING_SECONDS = 600
ONEPLAN_CONFIRMED_SECONDS = 3600
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 3600
ACCOUNT_LOGIN_TIMEOUT = 3600
MFA_TOTP_TOLERANCE = 20
SOCIALACCOUNT_REQUESTS_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {  # all visitors have one network address, and the quickest machine is quick
    "login": "900/m/ip",
    "login_failed": "900/m/ip,20/h/key",
    "request_login_code": "900/m/ip,10/h/key",
}
