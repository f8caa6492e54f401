"""What a password must be: long, and not one that is tried first. No composition rules, no expiry (NIST SP 800-63B)."""

import secrets
import unicodedata
from functools import cache
from importlib.resources import files

from declare.law import Text

SHORTEST = 12
LONGEST = 200
DISTINCT = 5
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
KEYS = (
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
)

TOO_SHORT = Text(
    "密码至少 12 个字符，可以用一句自己记得住的话。", "Use at least 12 characters; a sentence you remember is fine."
)
TOO_LONG = Text("密码最多 200 个字符。", "Use at most 200 characters.")
COMMON = Text("这个密码容易被猜到，请换一个。", "This password is easily guessed; choose another one.")
NAMED = Text("密码中请不要含登录名。", "Leave your sign-in name out of the password.")


def fault(password: str, *, login: str) -> Text | None:
    """What is wrong with a password somebody chose, None where nothing is."""
    plain = unicodedata.normalize("NFKC", password)
    if len(plain) < SHORTEST:
        return TOO_SHORT
    if len(plain) > LONGEST:
        return TOO_LONG
    folded = plain.casefold()
    if len(login) >= 4 and login.casefold() in folded:
        return NAMED
    return COMMON if _common(folded) else None


def first() -> str:
    """A first password that is shown once and must be replaced: 20 characters no eye confuses, about 99 bits."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(4))
    return "-".join(groups)


def _common(folded: str) -> bool:
    """Whether it is on the list, with or without digits and signs around it, or is one thing over and over, or a row of keys."""
    core = folded.strip("0123456789 !@#$%^&*()_+-=.,?~·")
    spelled = folded.translate(LOOKALIKES).strip("0123456789 !@#$%^&*()_+-=.,?~·")
    known = _list()
    if {folded, core, spelled} & known or len(set(folded)) < DISTINCT or (not core and len(set(folded)) < 8):
        return True
    return _in_a_row(folded) or any(_made_of(text, known) for text in (core, spelled))


def _made_of(text: str, known: frozenset[str]) -> bool:
    """Whether it is nothing but listed words one after the other, two or three of them."""
    return bool(text) and any(
        text[:cut] in known and (text[cut:] in known or text[cut:] == text[:cut]) for cut in range(1, len(text))
    )


def _in_a_row(folded: str) -> bool:
    """Whether it follows the keyboard or the alphabet, forwards or backwards, all the way."""
    rows = [row * 3 for row in KEYS] + [row[::-1] * 3 for row in KEYS]
    return any(folded in row for row in rows)


@cache
def _list() -> frozenset[str]:
    """The words tried first, from the list that lies beside this file."""
    lines = files("declare.accounts").joinpath("data/common_passwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line.strip() and not line.startswith("#"))
