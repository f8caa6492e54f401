"""The settings of one installation: typed, from the environment alone; a wrong one stops the start with a sentence."""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from flask import current_app, has_app_context
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from declare.law import Lang

PROJECT = Path(__file__).resolve().parent.parent
"""The folder the system is installed in."""

Clock = Callable[[], datetime]
"""Something that tells the time, aware and in UTC."""

SecondFactor = Literal["off", "offered", "required"]

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off", ""})


ORIGIN = re.compile(r"https://[a-z0-9.-]+(:[0-9]+)?|http://localhost(:[0-9]+)?")
"""An address browsers hold to be safe."""


class Stop(SystemExit):
    """The system cannot start; the sentence says why and what to do, and is all that is printed."""


def system_clock() -> datetime:
    """The time of this machine, in UTC."""
    return datetime.now(UTC)


def now() -> datetime:
    """The time by the clock of the running application, in UTC; by the machine's where none runs."""
    clock: Clock = current_app.extensions.get("clock", system_clock) if has_app_context() else system_clock
    return clock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an installation may set. `instance` holds the database, the key ring and uploads.

    `suite` names the algorithms new data is sealed under, `origin` where browsers
    reach the pages; where `second_factor` is "required" everybody sets one up before anything else; `proxies` of ours stand before it. With `worker` the serving process does the jobs itself; without it `flask worker` does.
    """

    instance: Path = PROJECT / "instance"
    database_url: str = field(default="", repr=False)
    language: Lang = "zh"
    suite: int = 1
    demo: bool = False
    secure_cookies: bool = False
    origin: str = ""
    second_factor: SecondFactor = "offered"
    proxies: int = 0
    log_level: str = "INFO"
    worker: bool = False
    clock: Clock = system_clock

    def __post_init__(self) -> None:
        """Without a database address, the embedded database in the instance folder is used."""
        if not self.database_url:
            object.__setattr__(self, "database_url", f"sqlite:///{(self.instance / 'declare.db').as_posix()}")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        """The settings as the environment gives them; Stop names the first wrong one."""
        instance = environ.get("DECLARE_INSTANCE", "").strip()
        return cls(
            instance=Path(instance).absolute() if instance else PROJECT / "instance",
            database_url=_database_url(environ),
            language=_language(environ),
            suite=_suite(environ),
            demo=_switch(environ, "DECLARE_DEMO"),
            secure_cookies=_switch(environ, "DECLARE_SECURE_COOKIES"),
            origin=_origin(environ),
            second_factor=_second_factor(environ),
            proxies=_proxies(environ),
            log_level=_log_level(environ),
            worker=_switch({"DECLARE_WORKER": "1", **environ}, "DECLARE_WORKER"),
        )


def settings() -> Settings:
    """The settings of the running application."""
    found = current_app.extensions["settings"]
    if not isinstance(found, Settings):
        raise TypeError("the application was started without its settings")
    return found


def _database_url(environ: Mapping[str, str]) -> str:
    """The address of the database, of a kind the system knows; never repeated in the sentence: it may hold a password."""
    written = environ.get("DECLARE_DATABASE_URL", "").strip()
    try:
        kind = make_url(written).get_backend_name() if written else "sqlite"
    except ArgumentError:
        kind = ""
    if kind not in {"sqlite", "postgresql"}:
        raise Stop(
            "DECLARE_DATABASE_URL 无法识别：请写成 sqlite:///路径 或 postgresql://… · "
            "DECLARE_DATABASE_URL cannot be read: write sqlite:///path or postgresql://…"
        )
    return written


def _switch(environ: Mapping[str, str], name: str) -> bool:
    """A setting that is on or off."""
    written = environ.get(name, "").strip().lower()
    if written not in YES | NO:
        raise Stop(f"{name} 只能是 1 或 0，现为“{written}” · {name} must be 1 or 0, it is “{written}”")
    return written in YES


def _origin(environ: Mapping[str, str]) -> str:
    """Where browsers reach the pages; passkeys are bound to it. Empty: as each request comes, for development."""
    written = environ.get("DECLARE_ORIGIN", "").strip().rstrip("/")
    if written and not ORIGIN.fullmatch(written):
        raise Stop(
            f"DECLARE_ORIGIN 应写成 https://主机名，现为“{written}” · "
            f"DECLARE_ORIGIN is written https://host, it is “{written}”"
        )
    return written


def _second_factor(environ: Mapping[str, str]) -> SecondFactor:
    """Whether something beside the password is neither shown nor asked for, offered to everybody, or required of everybody."""
    written = environ.get("DECLARE_SECOND_FACTOR", "").strip() or "offered"
    known: dict[str, SecondFactor] = {"off": "off", "offered": "offered", "required": "required"}
    if written not in known:
        raise Stop(
            f"DECLARE_SECOND_FACTOR 只能是 off、offered 或 required，现为“{written}” · "
            f"DECLARE_SECOND_FACTOR must be off, offered or required, it is “{written}”"
        )
    return known[written]


def _proxies(environ: Mapping[str, str]) -> int:
    """How many proxies of ours a request passes; only so many of the addresses they add are believed."""
    written = environ.get("DECLARE_PROXIES", "").strip() or "0"
    if written not in {"0", "1", "2", "3"}:
        raise Stop(
            f"DECLARE_PROXIES 只能是 0 至 3，现为“{written}” · DECLARE_PROXIES must be 0 to 3, it is “{written}”"
        )
    return int(written)


def _language(environ: Mapping[str, str]) -> Lang:
    """The language pages and commands speak unless a person chose another."""
    written = environ.get("DECLARE_LANGUAGE", "").strip() or "zh"
    known: dict[str, Lang] = {"zh": "zh", "en": "en"}
    if written not in known:
        raise Stop(
            f"DECLARE_LANGUAGE 只能是 zh 或 en，现为“{written}” · DECLARE_LANGUAGE must be zh or en, it is “{written}”"
        )
    return known[written]


def _suite(environ: Mapping[str, str]) -> int:
    """The suite of algorithms new data is sealed under; what is there keeps its own."""
    written = environ.get("DECLARE_SUITE", "").strip() or "1"
    if written not in {"1", "2"}:
        raise Stop(
            f"DECLARE_SUITE 只能是 1（AES-256-GCM）或 2（SM4-GCM），现为“{written}” · "
            f"DECLARE_SUITE must be 1 (AES-256-GCM) or 2 (SM4-GCM), it is “{written}”"
        )
    return int(written)


def _log_level(environ: Mapping[str, str]) -> str:
    """How much is logged."""
    written = environ.get("DECLARE_LOG_LEVEL", "").strip().upper() or "INFO"
    known = sorted(logging.getLevelNamesMapping())
    if written not in known:
        raise Stop(f"DECLARE_LOG_LEVEL 只能是 {'、'.join(known)} · DECLARE_LOG_LEVEL must be one of {', '.join(known)}")
    return written
