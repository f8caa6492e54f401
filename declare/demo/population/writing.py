"""A population out as interchange files, one line after another, with the key of what was planted."""

from contextlib import ExitStack
from pathlib import Path
from typing import IO

import msgspec

from declare.demo.population.answers import Answer
from declare.demo.population.streaming import Population
from declare.interchange.records import AnyRecord
from declare.interchange.writing import line
from declare.items.filing import Filing

FILES = ("units", "persons", "declarations", "disclosures", "registries", "work", "answers")
START = b'{"type":"declaration",'

_json = msgspec.json.Encoder()


def write_population(population: Population, folder: Path) -> list[Path]:
    """Writes every record into its file; the key is `answers.jsonl`, and there is none without faults."""
    folder.mkdir(parents=True, exist_ok=True)
    names = FILES if population.faults else FILES[:-1]
    paths = {name: folder / f"{name}.jsonl" for name in names}
    with ExitStack() as open_files:
        out: dict[str, IO[bytes]] = {name: open_files.enter_context(path.open("wb")) for name, path in paths.items()}
        for name, record in population.records():
            out[name].write(_line(record))
            out[name].write(b"\n")
    return list(paths.values())


def _line(record: AnyRecord | Answer) -> bytes:
    """One record as one line; a report is already what travels, but for its type."""
    if isinstance(record, Filing):
        return START + _json.encode(record)[1:]
    return _json.encode(record) if isinstance(record, Answer) else line(record).encode()
