"""The forms of signing in and of one's own account, with our words for what is wrong."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import (
    ConfirmLoginCodeForm,
    LoginForm,
    ReauthenticateForm,
    RequestLoginCodeForm,
)
from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, BaseAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ConfirmBySecondStepForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.validators import EmailValidator

_EMAIL = {
    "required": "Type your e-mail address",
    "invalid": "Type the e-mail address in full, like name@example.org",
}
_CODE = {"required": "Type the code"}
_PASSWORD = {"required": "Type your password"}


def wrong(form: forms.BaseForm) -> dict[str, str]:
    """What is wrong with a form, field by field; what is wrong with it as a whole, by its first field."""
    first = next(iter(form.fields), "form")
    return {
        (first if name == "__all__" else name): str(errors[0])
        for name, errors in form.errors.items()
    }


class AskForCode(RequestLoginCodeForm):
    """The e-mail address to which a code is to be sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].error_messages = _EMAIL
        self.fields["email"].validators[0].message = _EMAIL["invalid"]


class TypeCode(ConfirmLoginCodeForm):
    """The code that was sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages = _CODE


class TypePassword(LoginForm):
    """The e-mail address and the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].error_messages = _EMAIL
        self.fields["login"].validators[0].message = _EMAIL["invalid"]
        self.fields["password"].error_messages = _PASSWORD


class _OnlyOnce(BaseAuthenticateForm):
    """A code is taken once for as long as it is right.

    allauth remembers a code for one step of the app's clock; a telephone's clock may be so many steps off.
    """

    def clean_code(self) -> str:
        """The code, if it is right and nobody has used it."""
        code = str(super().clean_code())
        lasts = mfa_settings.TOTP_PERIOD * (2 * mfa_settings.TOTP_TOLERANCE + 1)
        if not cache.add(f"second-step:{self.user.pk}:{code}", "used", timeout=lasts):
            raise get_adapter().validation_error("incorrect_code")
        return code


class TypeSecondCode(_OnlyOnce, AuthenticateForm):
    """The code of the app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages = _CODE


class ConfirmByPassword(ReauthenticateForm):
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].error_messages = _PASSWORD


class ConfirmByApp(_OnlyOnce, ConfirmBySecondStepForm):
    """The code of the app once more, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages = _CODE


class AddApp(ActivateTOTPForm):
    """The first code of a new app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages = _CODE


class ChooseName(forms.Form):
    """The name by which others see somebody."""

    name = forms.CharField(
        max_length=200,
        error_messages={
            "required": "Type the name by which others are to see you",
            "max_length": "The name must have 200 characters or fewer",
        },
    )


class ChooseAddress(forms.Form):
    """Another e-mail address to sign in with."""

    email = forms.CharField(
        max_length=254,
        validators=[EmailValidator(_EMAIL["invalid"])],
        error_messages={"required": _EMAIL["required"], "max_length": _EMAIL["invalid"]},
    )

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_email(self) -> str:
        """The address in small letters, if it is another one."""
        email = str(self.cleaned_data["email"]).lower()
        if email == self.person.email.lower():
            raise forms.ValidationError("You sign in with that address already")
        return email


class TypeAddressCode(forms.Form):
    """The code that was sent to a new address."""

    code = forms.CharField(max_length=40, error_messages=_CODE | {"max_length": _CODE["required"]})


class ChoosePassword(forms.Form):
    """A new password, typed twice."""

    password = forms.CharField(
        strip=False,
        max_length=4096,
        error_messages=_PASSWORD | {"max_length": "The password is too long"},
    )
    again = forms.CharField(
        strip=False, max_length=4096, error_messages={"required": "Type the password again"}
    )

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        """The password, if it is long enough and not easily guessed."""
        password = str(self.cleaned_data["password"])
        validate_password(password, self.person)
        return password

    def clean(self) -> dict[str, Any]:
        """Both, if they are the same."""
        given = super().clean() or self.cleaned_data
        if {"password", "again"} <= given.keys() and given["password"] != given["again"]:
            self.add_error("again", "The two passwords differ. Type the same password twice")
        return given
