"""The settings of one computer, for a site with addresses besides at which something really goes wrong."""

from __future__ import annotations

from builders.patient_site import *  # noqa: F403 - settings are names in a module

ROOT_URLCONF = "builders.failing_addresses"
