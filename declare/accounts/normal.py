"""The one way a sign-in name is written."""

import re
import unicodedata

FORM = re.compile(r"[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]")


def folded(login: str) -> str:
    """A sign-in name in half width and small letters, without spaces around it."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def usable(login: str) -> bool:
    """Whether a new account may have this name: 3 to 64 letters, digits, dots, hyphens, as it is already folded."""
    return FORM.fullmatch(login) is not None
