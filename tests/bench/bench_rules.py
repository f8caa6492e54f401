"""R1: what the rules of groups A and B add to reading, opening and decoding a report and last year's."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from declare.items.filing import Filing
from declare.rules.book import all_rules, run
from declare.rules.facts import Facts
from declare.rules.history import in_order
from declare.vault.envelope import Opener, Sealer, WrappedKey, make_key, unwrap_key
from tests.bench.harness import Pair, goal
from tests.bench.reference import amended, reference

DECLARANTS = 50
TABLE = """
    create table filing (
        record text primary key, person integer, year integer, key_id blob, suite integer, kek_version integer,
        wrapped blob, commitment blob, sealed blob
    );
    create index filing_person on filing (person)
"""
BY_PERSON = "select record, key_id, suite, kek_version, wrapped, commitment, sealed from filing where person = ?"

Reports = Callable[[], list[Filing]]


def store(connection: sqlite3.Connection, kek: AESGCM) -> None:
    """Two years' reports of every declarant, each sealed under its own key."""
    connection.executescript(TABLE)
    encode = msgspec.json.Encoder().encode
    for person in range(DECLARANTS):
        for year in (2024, 2025):
            filing = amended(reference(year), salary=f"{21 + person % 7}.{person:02}")
            key, plain = make_key(f"filing/{person}-{year}", kek, 1)
            sealed = Sealer(key.record, key.key_id, plain).seal("filing", 1, encode(filing))
            row = (
                key.record,
                person,
                year,
                key.key_id,
                key.suite,
                key.kek_version,
                key.wrapped,
                key.commitment,
                sealed,
            )
            connection.execute("insert into filing values (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.commit()


def reader(connection: sqlite3.Connection, kek: AESGCM) -> Reports:
    """Reads, opens and decodes the two reports of the next declarant."""
    decode = msgspec.json.Decoder(Filing).decode
    person = cycle(range(DECLARANTS))

    def reports() -> list[Filing]:
        filings = []
        for *stored, sealed in connection.execute(BY_PERSON, (next(person),)):
            key = WrappedKey(*stored)
            opener = Opener(key.record, key.key_id, unwrap_key(key, kek), alarm=print)
            filings.append(decode(opener.open("filing", 1, sealed)))
        return filings

    return reports


def checked(filings: list[Filing]) -> list[object]:
    """The findings of the latest report."""
    *earlier, last = in_order(filings)
    return run(Facts(last, earlier=tuple(reversed(earlier))))


@goal("R1", "A、B两组规则：读、开、解两年报告之上 ≤ 1.3 倍 · rules A and B on top of read, open, decode", at_most=1.3)
def rules_a_and_b() -> Iterator[Pair]:
    """The reports of the reference size, of fifty declarants in turn."""
    all_rules()
    kek = AESGCM(os.urandom(32))
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "filings.sqlite")
        store(connection, kek)
        reports = reader(connection, kek)
        yield Pair(floor=reports, ours=lambda: checked(reports()))
        connection.close()
