"""The site as a WSGI application, for granian or any other server."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application
from django.urls import reverse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "oneplan.settings.embedded")

application = get_wsgi_application()
reverse(
    "home"
)  # all pages are read in now, a second's work, for which the first visitors would wait
