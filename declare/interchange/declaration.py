"""A declaration as one interchange record, in and out."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import msgspec

from declare.interchange.fields import choice, day, only, required, text, under, year
from declare.items import EDITIONS, EXTENSIONS, TABLES
from declare.items.answers import Answer
from declare.items.choices import FilingKind
from declare.items.filing import Event, Filing, SignedOff, Tables
from declare.items.profile import Basic, Closing, Member
from declare.items.reading import ABSENT, NOT_GIVEN, Unreadable, read_as, write_entry
from declare.items.spec import Entry, Mode, State, Table
from declare.law import Text

KEYS = frozenset({"type", *Filing.__struct_fields__})
_BY_KEY = {table.key: table for table in (*TABLES, *EXTENSIONS)}
KINDS = {kind.value: kind for kind in FilingKind}
STATES = {
    Mode.STATUS: (State.FIRST, State.CHANGED, State.UNCHANGED, State.NONE),
    Mode.EVENT: (State.SOME, State.NONE),
}
UNKNOWN_TABLE = Text("没有这张表，请核对表名。", "is no table of the form: check its name.")
NOT_LIST = Text("应为 JSON 数组。", "must be a JSON array.")
NOT_OBJECT = Text("应为 JSON 对象。", "must be a JSON object.")
UNKNOWN_MEMBER = Text("家庭成员中没有编号“{key}”，请核对。", "the family has no member with the key “{key}”: check it.")


def read_declaration(found: Mapping[str, Any]) -> Filing:
    """A declaration record; raises Unreadable naming the field. Family keys are checked where the family is given."""
    only(found, KEYS)
    edition = text(found, "edition") or EDITIONS[-1].key
    family = _family(found.get("family"))
    filing = Filing(
        edition=choice(edition, "edition", [known.key for known in EDITIONS]),
        kind=KINDS[choice(required(text(found, "kind"), "kind"), "kind", KINDS)],
        year=required(year(found, "year"), "year"),
        filed_on=required(day(found, "filed_on"), "filed_on"),
        declarant=required(text(found, "declarant"), "declarant"),
        ref=text(found, "ref"),
        basic=under("basic", lambda: read_as(Basic, _or_empty(found.get("basic")))),
        family=family,
        tables=_tables(found.get("tables")),
        closing=under("closing", lambda: read_as(Closing, _or_empty(found.get("closing")))),
        submitted_by=text(found, "submitted_by"),
        late_reason=text(found, "late_reason"),
        signed_off=under("signed_off", lambda: _signed_off(found.get("signed_off"))),
        event=under("event", lambda: _event(found.get("event"))),
        corrects=text(found, "corrects"),
    )
    if family is not None:
        check_members(filing, {member.key for member in family})
    return filing


def write_declaration(filing: Filing) -> dict[str, Any]:
    """A declaration as the record that `read_declaration` takes back."""
    found: dict[str, Any] = {"type": "declaration"} | {
        key: value for key in ("ref", "declarant", "year") if (value := getattr(filing, key)) not in NOT_GIVEN
    }
    found |= {"kind": filing.kind.value, "edition": filing.edition, "filed_on": filing.filed_on.isoformat()}
    found["basic"] = write_entry(filing.basic)
    if filing.family is not None:
        found["family"] = [write_entry(member) for member in filing.family]
    found["tables"] = {key: _written(answer) for key in _BY_KEY if (answer := getattr(filing.tables, key))}
    found["closing"] = write_entry(filing.closing)
    for key in ("submitted_by", "late_reason", "corrects"):
        if value := getattr(filing, key):
            found[key] = value
    if filing.signed_off:
        found["signed_off"] = msgspec.to_builtins(filing.signed_off)
    if filing.event:
        found["event"] = msgspec.to_builtins(filing.event)
    return found


def check_members(filing: Filing, keys: set[str]) -> None:
    """Raises Unreadable where an entry points at nobody of the family."""
    for table in (*TABLES, *EXTENSIONS):
        answer = getattr(filing.tables, table.key, None)
        for index, entry in enumerate(answer.entries if answer else ()):
            for field, person in pointed_at(table, entry):
                if person != "self" and person not in keys:
                    raise Unreadable(
                        f"tables.{table.key}.entries[{index}].{field}", UNKNOWN_MEMBER.filled(key=person[:40])
                    )


def pointed_at(table: Table, entry: Entry) -> list[tuple[str, str]]:
    """Every family key an entry names, with the field that names it."""
    named = []
    for field in table.fields:
        if field.kind.name == "person" and (person := getattr(entry, field.key)):
            named.append((field.wire, person))
        elif field.kind.name == "people":
            named.extend((field.wire, person) for person in getattr(entry, field.key))
    return named


def _family(found: object) -> tuple[Member, ...] | None:
    """The family, None where it is not given."""
    if found in ABSENT:
        return None
    rows = _list(found, "family")
    return tuple(under(f"family[{index}]", partial(read_as, Member, row)) for index, row in enumerate(rows))


def _tables(found: object) -> Tables:
    """Every table that was answered."""
    if found in ABSENT:
        return Tables()
    answers: dict[str, Any] = {}
    for key, answer in _object(found, "tables").items():
        table = _BY_KEY.get(key)
        if table is None:
            raise Unreadable(f"tables.{key}", UNKNOWN_TABLE)
        if answer not in ABSENT:
            answers[key] = _answer(table, answer)
    return Tables(**answers)


def _answer(table: Table, found: object) -> Answer[Entry] | None:
    """What was said of one table; rows without a state count as filled in, neither of them as not answered."""
    place = f"tables.{table.key}"
    answer = _object(found, place)
    under(place, lambda: only(answer, frozenset({"state", "entries"})))
    states = [state.value for state in STATES[table.mode]]
    said = under(place, lambda: text(answer, "state"))
    state = choice(said or states[0], f"{place}.state", states)
    given = answer.get("entries")
    rows = [] if given in ABSENT else _list(given, f"{place}.entries")
    entries = (under(f"{place}.entries[{index}]", partial(read_as, table.entry, row)) for index, row in enumerate(rows))
    return Answer(state=State(state), entries=tuple(entries)) if said or rows else None


def _signed_off(found: object) -> SignedOff | None:
    """Who signed the report off, and when."""
    if found in ABSENT:
        return None
    told = _object(found, "")
    only(told, frozenset(SignedOff.__struct_fields__))
    return SignedOff(by=text(told, "by"), on=day(told, "on"))


def _event(found: object) -> Event | None:
    """What a report of a change is about."""
    if found in ABSENT:
        return None
    told = _object(found, "")
    only(told, frozenset(Event.__struct_fields__))
    table = text(told, "table")
    if table and table not in {"family", *_BY_KEY}:
        raise Unreadable("table", UNKNOWN_TABLE)
    return Event(table=table, on=day(told, "on"))


def _written(answer: Answer[Entry]) -> dict[str, Any]:
    """What was said of one table, as it travels."""
    return {"state": answer.state.value, "entries": [write_entry(entry) for entry in answer.entries]}


def _or_empty(found: object) -> object:
    """A part of a record, an empty one where it is not given."""
    return {} if found in ABSENT else found


def _object(found: object, place: str) -> Mapping[str, Any]:
    """A JSON object; raises Unreadable."""
    if not isinstance(found, Mapping):
        raise Unreadable(place, NOT_OBJECT)
    return found


def _list(found: object, place: str) -> list[Any]:
    """A JSON array; raises Unreadable."""
    if not isinstance(found, list):
        raise Unreadable(place, NOT_LIST)
    return found
