"""Where this machine's Chromium is."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NONE_FOUND = (
    "no Chromium was found: install it (on Debian or Ubuntu: apt-get install chromium), "
    "or name it, as in: CHROMIUM=/path/to/chrome make test"
)


def find_chromium() -> str | None:
    """Return the browser that CHROMIUM names, else the first one on the PATH, else None."""
    for name in (os.environ.get("CHROMIUM"), *NAMES):
        found = shutil.which(name) if name else None
        if found:
            return found
    return None
