"""The commands of the machine that open sealed records: what each does it for. Every other command runs without a ground.

Whoever may run a command on the machine needs no role, so each opening by one is in the audit, as the system, for this purpose.
"""

from types import MappingProxyType

OPENING: MappingProxyType[str, str] = MappingProxyType(
    {
        "check": "runs every rule on what was filed and prints findings",
        "checker": "the same, for a check that was handed out",
        "demo": "makes the demonstration",
        "export": "builds a redacted export under an approval",
        "import": "keeps records that came in a file",
        "worker": "does the jobs that wait, each for its own purpose",
        "registries load": "keeps an extract of a registry",
        "registries purge": "destroys extracts whose time is over",
        "campaign open": "tells everybody who has to report",
        "backup make": "seals a copy of everything; opens no content",
        "backup restore": "puts a backup back and tries what it brought",
        "retention due": "counts what is past its time; opens no content",
        "retention destroy": "destroys keys and rows past their time; opens no content",
        "keys rotate": "wraps data keys anew; opens no content",
        "keys rewrap": "the same, where it was stopped",
        "keys retire": "takes away a master key nothing is under any more",
    }
)
"""The commands by their words after `flask`."""
