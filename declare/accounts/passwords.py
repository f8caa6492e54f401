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
ROWS = tuple(row * 3 for key in KEYS for row in (key, key[::-1]))
AROUND = "0123456789 !@#$%^&*()_+-=.,?~·"
SHORTEST_PIECE = 2
LONGEST_TRIED = 40

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
    """Whether it is little more than words from the list, rows of keys, or one thing over and over."""
    core = folded.strip(AROUND)
    if len(set(folded)) < DISTINCT or (not core and len(set(folded)) < 8):
        return True
    return any(len(text) <= LONGEST_TRIED and _made_of(text) for text in (folded, core, core.translate(LOOKALIKES)))


def _made_of(text: str) -> bool:
    """Whether it is nothing but listed words and rows of keys, one after the other."""
    ends = {0}
    for end in range(SHORTEST_PIECE, len(text) + 1):
        if any(end - start >= SHORTEST_PIECE and _tried_first(text[start:end]) for start in ends):
            ends.add(end)
    return bool(text) and len(text) in ends


def _tried_first(piece: str) -> bool:
    """Whether it is on the list, or follows the keyboard or the alphabet, forwards or backwards."""
    return piece in _list() or (len(piece) >= 3 and any(piece in row for row in ROWS))


@cache
def _list() -> frozenset[str]:
    """The words tried first, from the list that lies beside this file."""
    lines = files("declare.accounts").joinpath("data/common_passwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().casefold() for line in lines if line.strip() and not line.startswith("#"))
