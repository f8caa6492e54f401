"""What was planted, written down by whoever planted it: the rule that should speak, about whom, and in which way."""

from declare.items.spec import Record


class Answer(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the answer key.

    `honest` marks what comes close and is right: nothing may be found on that declarant. `also` names further rules that
    the fault necessarily trips. `declarant` is None, and `ref` that of the record, where it is about nobody's report.
    `table` says where in the report the fault stands, where the planter knows.
    """

    rule: str
    variant: str
    declarant: str | None
    year: int
    honest: bool = False
    also: tuple[str, ...] = ()
    ref: str = ""
    table: str = ""
