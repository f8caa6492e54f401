"""A local requirement, none of the 14 items: loans between private persons."""

from typing import Annotated

from declare.items.choices import LendingSide
from declare.items.kinds import Day, Line, OneOf, Percent, Person, Prose, Wan
from declare.items.spec import BAND, DROP, INTERNAL, KEEP, PERSONAL, PSEUDONYM, YEAR, Covers, Entry, Mode, say, table
from declare.law import FORM, Text


@table(
    "private_lending",
    number="T21",
    title=Text("民间借贷", "Private lending"),
    basis=FORM.whole("T21", verified=False),
    mode=Mode.EVENT,
    covers=Covers.COHABITING,
    note=Text(
        "本单位要求报告的民间借贷；银行贷款、住房公积金贷款不报。",
        "Private loans, as your organisation requires. Bank and housing-fund loans are left out.",
    ),
)
class PrivateLending(Entry, frozen=True):
    """One row of T21: one loan."""

    who: Annotated[Person, say("本人或家庭成员", "Who", PERSONAL, PSEUDONYM)] = ""
    counterparty: Annotated[
        Line,
        say(
            "对象",
            "Counterparty",
            PERSONAL,
            PSEUDONYM,
            hint=Text("借给谁或者向谁借；单位的填全称。", "Who lent or borrowed; for an organisation its full name."),
        ),
    ] = ""
    counterparty_unit: Annotated[Line, say("对象单位", "Counterparty's unit", PERSONAL, DROP, optional=True)] = ""
    side: Annotated[OneOf[LendingSide], say("借入或借出", "Borrowed or lent", INTERNAL, KEEP)] = None
    purpose: Annotated[Prose, say("事由", "Purpose", PERSONAL, DROP)] = ""
    amount: Annotated[Wan, say("金额", "Amount", PERSONAL, BAND)] = None
    interest: Annotated[
        Percent,
        say(
            "年利率",
            "Yearly interest",
            PERSONAL,
            BAND,
            optional=True,
            hint=Text("约定的年利率，无息的填0。", "The yearly rate agreed; 0 if none."),
        ),
    ] = None
    since: Annotated[Day, say("起始时间", "From", PERSONAL, YEAR)] = None
    until: Annotated[Day, say("到期时间", "To", PERSONAL, YEAR, optional=True)] = None
    remark: Annotated[Prose, say("备注", "Remark", PERSONAL, DROP, optional=True)] = ""
