"""What stands behind the barrier, and what stands outside although it is sealed."""

from types import MappingProxyType

PROTECTED: MappingProxyType[str, frozenset[str]] = MappingProxyType(
    {
        "data_key": frozenset({"wrapped"}),
        "person": frozenset({"card"}),
        "profile": frozenset({"sealed"}),
        "section": frozenset({"sealed"}),
        "filing": frozenset({"sealed"}),
        "self_check": frozenset({"sealed"}),
        "disclosure": frozenset({"sealed"}),
        "disclosure_replaced": frozenset({"sealed"}),
        "extract": frozenset({"provenance"}),
        "extract_row": frozenset({"sealed"}),
        "upload": frozenset({"about", "mapping"}),
        "upload_part": frozenset({"sealed"}),
        "work_record": frozenset({"sealed"}),
        "finding": frozenset({"sealed"}),
        "judgement": frozenset({"sealed"}),
        "consultation": frozenset({"sealed"}),
        "decision": frozenset({"sealed"}),
        "unmasking": frozenset({"sealed", "decision"}),
    }
)
"""The tables behind the barrier and their sealed columns. On PostgreSQL each has policies; a new one gets them in its migration."""

EXCUSED: MappingProxyType[str, str] = MappingProxyType(
    {
        "audit_leaf": "a reason is sealed under a master key, not a data key; the whole log is recomputed without reading it",
        "audit_waiting": "the same, on its way into the log",
        "factor": "salts, digests and public keys of signing in; read before anybody is let in, and no content",
        "parameter_change": "reasons about a number the rules compare with: nobody's content; without `data_key` they stay shut",
        "release": "purpose and reason of a request for redacted records: nobody's content; without `data_key` they stay shut",
    }
)
"""Tables with sealed columns that stand outside, and why."""
