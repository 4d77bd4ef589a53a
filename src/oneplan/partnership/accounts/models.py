"""People who may sign in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class PersonManager(BaseUserManager["Person"]):
    """People by their e-mail address, whatever its case."""

    def with_address(self, email: str) -> models.QuerySet[Person]:
        """Whoever has this address, looked up in the index that keeps each address to one person."""
        return self.alias(lowered=Lower("email")).filter(lowered=email.strip().lower())

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person with this address.

        Raises:
            Person.DoesNotExist: nobody has it.
        """
        return self.with_address(username or "").get()

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """A new person; without a password they sign in by a code that is mailed to them."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Somebody who may sign in; what they may do is said by their memberships."""

    email = models.EmailField("e-mail address", max_length=254, unique=True)
    name = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    objects = PersonManager()

    class Meta:
        """One person an address."""

        constraints = [models.UniqueConstraint(Lower("email"), name="person_once_by_email")]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def key(self) -> str:
        """How the history names this person."""
        return f"person:{self.pk}"
