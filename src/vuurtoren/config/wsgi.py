"""The door a web server knocks on."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from vuurtoren.config.turns import in_turn

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
application = in_turn(get_wsgi_application())

get_resolver()._populate()
gc.collect()
gc.freeze()
"""What is in memory now stays as long as the server does: the collector need not walk through it at every page."""
