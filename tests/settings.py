"""Settings of the tests: a data folder of their own, PostgreSQL where one is named."""

import os
import tempfile
from pathlib import Path

_folder = Path(tempfile.mkdtemp(prefix="guatu-tests-"))
os.environ["GUATU_DATA"] = str(_folder)
os.environ.pop("GUATU_DATABASE", None)
if "GUATU_TEST_DATABASE" in os.environ:
    os.environ["GUATU_DATABASE"] = os.environ["GUATU_TEST_DATABASE"]

from guatu.conf.settings import *  # noqa: E402, F403  settings read the environment set above

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
AXES_ENABLED = True
STATIC_ROOT = _folder / "static"
