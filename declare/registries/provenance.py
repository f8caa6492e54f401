"""Where an extract came from, as it is sealed beside its rows."""

from declare.items.spec import Record

PROVENANCE = "provenance"
"""The part of the record of an extract that says so."""


class Provenance(Record, frozen=True):
    """Where an extract came from: the name of the file, its SHA-256 in hexadecimal, the authority that handed it over.

    `doubled` rows stood more than once and were kept once; `odd` ones hold a value that is readable and does not fit.
    """

    file: str = ""
    sha256: str = ""
    source: str = ""
    doubled: int = 0
    odd: int = 0
