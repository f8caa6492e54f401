"""R1: what the rules add to reading, opening and decoding a report and last year's; then with all that stands beside them."""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from declare.items.disclosures import DISCLOSURES
from declare.items.filing import Filing
from declare.items.registries import REGISTRIES
from declare.items.spec import table_of
from declare.rules.around import Around, Kept
from declare.rules.book import REPORT, Rule, all_rules, run
from declare.rules.facts import Facts
from declare.rules.history import in_order
from declare.rules.subject import Subject
from declare.vault.envelope import Opener, Sealer, WrappedKey, make_key, unwrap_key
from tests.bench.harness import Pair, calls_for, clocked, goal
from tests.bench.reference import UNIT, amended, reference
from tests.bench.reference_registers import DISCLOSED, RECEIVED, around, disclosed, registered

DECLARANTS = 50
TODAY = date(2026, 3, 2)
TABLE = """
    create table kept (
        person integer, kind text, day text, record text, key_id blob, suite integer, kek_version integer,
        wrapped blob, commitment blob, sealed blob
    );
    create index kept_person on kept (person)
"""
BY_PERSON = (
    "select kind, day, record, key_id, suite, kek_version, wrapped, commitment, sealed from kept where person = ?"
)
DECODE: dict[str, Callable[[bytes], Any]] = {
    "filing": msgspec.json.Decoder(Filing).decode,
    **{table.key: msgspec.json.Decoder(table.entry).decode for table in (*DISCLOSURES, *REGISTRIES)},
}

Document = tuple[str, date, Any]
"""Its kind, its filing or receiving day, and itself."""
Known = tuple[list[Filing], list[Kept]]
Read = Callable[[], Known]


def reports(person: int) -> list[Document]:
    """Two years' reports of one declarant."""
    filings = [amended(reference(year), salary=f"{21 + person % 7}.{person:02}") for year in (2024, 2025)]
    return [("filing", filing.filed_on, filing) for filing in filings]


def household(person: int) -> list[Document]:
    """The same with the disclosures of the year and the rows of the registers."""
    filings = reports(person)
    told: list[Document] = [(table_of(type(row)).key, DISCLOSED, row) for row in disclosed()]
    rows = registered(filings[-1][2])
    return [*filings, *told, *((table_of(type(row)).key, RECEIVED, row) for row in rows)]


def store(connection: sqlite3.Connection, kek: AESGCM, documents: Callable[[int], list[Document]]) -> None:
    """Everything of every declarant: reports and disclosures each under a key, the rows of a register under one."""
    connection.executescript(TABLE)
    encode = msgspec.json.Encoder().encode
    for person in range(DECLARANTS):
        keys: dict[str, tuple[WrappedKey, bytes]] = {}
        for kind, day, document in documents(person):
            record = f"{kind}/{person}-{day.year if kind == 'filing' else 0}"
            if record not in keys:
                keys[record] = make_key(record, kek, 1)
            key, plain = keys[record]
            sealed = Sealer(record, key.key_id, plain).seal(kind, 1, encode(document))
            stored = (key.key_id, key.suite, key.kek_version, key.wrapped, key.commitment, sealed)
            connection.execute(
                "insert into kept values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (person, kind, day.isoformat(), record, *stored),
            )
    connection.commit()


def reader(connection: sqlite3.Connection, kek: AESGCM) -> Read:
    """Reads, opens and decodes what is kept of the next declarant; each key is unwrapped once."""
    persons = cycle(range(DECLARANTS))

    def read() -> Known:
        filings: list[Filing] = []
        kept: list[Kept] = []
        openers: dict[str, Opener] = {}
        for kind, day, *stored, sealed in connection.execute(BY_PERSON, (next(persons),)):
            record = stored[0]
            if record not in openers:
                key = WrappedKey(*stored)
                openers[record] = Opener(record, key.key_id, unwrap_key(key, kek), alarm=print)
            document = DECODE[kind](openers[record].open(kind, 1, sealed))
            if kind == "filing":
                filings.append(document)
            else:
                kept.append(Kept(document, record, date.fromisoformat(day)))
        return filings, kept

    return read


@contextmanager
def stored(documents: Callable[[int], list[Document]]) -> Iterator[Read]:
    """The reader of a database in which the documents of fifty declarants are kept."""
    kek = AESGCM(os.urandom(32))
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "kept.sqlite")
        store(connection, kek, documents)
        yield reader(connection, kek)
        connection.close()


def subject(known: Known, corps: Around) -> Subject:
    """The declarant as a check puts one together."""
    history = in_order(known[0])
    return Subject(
        history[-1].declarant, history=history, kept=known[1], name="周建国", unit=UNIT, today=TODAY, around=corps
    )


def checked(one: Subject, rules: Iterable[Rule]) -> list[object]:
    """The findings of some rules on the latest report."""
    facts = Facts.of(one, len(one.history) - 1)
    return [found for rule in rules for found in rule.check(facts)]


@goal("R1a", "A、B两组规则：读、开、解两年报告之上 ≤ 1.3 倍 · rules A and B on top of read, open, decode", at_most=1.3)
def rules_a_and_b() -> Iterator[Pair]:
    """The reports of the reference size, of fifty declarants in turn."""
    corps = around()
    tables = Facts(reference(2025)).told
    wanted = [
        rule
        for rule in all_rules()
        if rule.scope is REPORT and rule.id[0] in "AB" and (not rule.reads or not set(rule.reads).isdisjoint(tables))
    ]
    with stored(reports) as read:
        yield Pair(floor=read, ours=lambda: checked(subject(read(), corps), wanted))


@goal("R1b", "全部规则：一份报告和报告人，读、开、解之上 ≤ 2 倍 · all rules on a report and its declarant", at_most=2)
def all_the_rules() -> Iterator[Pair]:
    """The same with disclosures and registers: every rule on the latest report, and on the declarant as a whole."""
    all_rules()
    corps = around()

    with stored(household) as read:

        def ours() -> list[object]:
            one = subject(read(), corps)
            return [*run(Facts.of(one, len(one.history) - 1)), *run(one)]

        yield Pair(floor=read, ours=ours)
        pace = 1 / clocked(ours, calls=calls_for(ours, seconds=0.3))
        sys.stderr.write(f"  每核每秒核对 {pace:,.0f} 份报告 · reports a second a core\n")
