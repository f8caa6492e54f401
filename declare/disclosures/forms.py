"""The form of a disclosure: its fields, what several of them must say together, what is asked where it comes late."""

from datetime import date

from flask_babel import gettext as _

from declare.disclosures import family
from declare.disclosures.selfcheck import Hint
from declare.disclosures.terms import Term, term
from declare.items.disclosures import DUE
from declare.items.disclosures.choices import GiftOutcome
from declare.items.filing import Member
from declare.items.spec import Entry, Field, Table
from declare.law import Lang
from declare.web.entry_form import Control, EntryForm, Typed

IN_ORDER = (
    ("happened", "returned_to_unit"),
    ("happened", "handed_over_on"),
    ("reported_before", "happened"),
    ("happened", "reported_after"),
)
"""Days that follow each other."""

PART_OF = (
    ("relatives", "persons"),
    ("managed_guests", "persons"),
    ("official_cars", "cars"),
    ("largest_single", "cash_from_non_relatives"),
)
"""Numbers and the whole they are a part of."""

EXPLANATION = "explanation"


class DisclosureForm(EntryForm):
    """The form of one disclosure. `filed_on` is the day it counts from; `term` is known once it was read.

    `key` makes one disclosure of one form, however often it is sent; `revision` is what a correction was drawn from;
    `hints` are what the self-check says of what was sent.
    """

    def __init__(
        self,
        table: Table,
        *,
        lang: Lang,
        today: date,
        filed_on: date,
        members: tuple[Member, ...] = (),
        entry: Entry | None = None,
        typed: Typed | None = None,
        key: str = "",
        revision: int = 0,
    ) -> None:
        self.key, self.revision = key, revision
        self.hints: list[Hint] = []
        self.term = term(table, entry, filed_on=filed_on) if entry else Term(None)
        self._today, self._filed_on, self._members = today, filed_on, members
        super().__init__(table, lang=lang, people=self._eligible, entry=entry, typed=typed)

    @property
    def family_unknown(self) -> bool:
        """Whether a member of the family can be named and none is known yet."""
        return not self._members and any(one.of.kind.widget == "person" for one in self.fields)

    def check(self, entry: Entry) -> None:
        """Days that have been do not lie ahead and follow each other; parts are no more than the whole; lateness is explained."""
        self._check_days(entry)
        self._check_parts(entry)
        if getattr(entry, "outcome", None) is GiftOutcome.HANDED_OVER and self["handed_over_on"].blank:
            self.wrong("handed_over_on", _("已上交的，请填写上交时间。"))
        self.term = term(self.table, entry, filed_on=self._filed_on)
        if self.term.late and EXPLANATION in self.table.keys and not getattr(entry, EXPLANATION):
            self[EXPLANATION].optional = False
            self.wrong(EXPLANATION, _("报告期限已过，请写明没有按期报告的原因。"))

    def _eligible(self, field: Field) -> dict[str, str]:
        """The person, and the family."""
        return dict(family.names(self._members, self.lang))

    def _control(self, field: Field, typed: Typed | None) -> Control:
        """A field; where somebody may be named, it says what to do with people who are not listed."""
        control = super()._control(field, typed)
        if field.kind.widget == "person":
            control.note = _("当事人不在名单中的（如父母），可以不选，在情况说明中写明。")
        return control

    def _check_days(self, entry: Entry) -> None:
        """Days that have been do not lie ahead; only what can be announced may still happen."""
        may_lie_ahead = {"happened"} if DUE[self.table.key].before else set()
        for control in self.fields:
            value = getattr(entry, control.of.key)
            if control.widget_name == "date" and value and value > self._today and control.of.key not in may_lie_ahead:
                self.wrong(control.of.key, _("不能晚于今天。"))
        for first, second in IN_ORDER:
            before, after = getattr(entry, first, None), getattr(entry, second, None)
            if before and after and after < before:
                self._refuse_order(first, second)

    def _refuse_order(self, first: str, second: str) -> None:
        """Says of the field that was filled in beside the day of the event that the order cannot be."""
        if second == "happened":
            self.wrong(first, _("不能晚于“%(field)s”。", field=self[second].label.text))
        else:
            self.wrong(second, _("不能早于“%(field)s”。", field=self[first].label.text))

    def _check_parts(self, entry: Entry) -> None:
        """A part is no more than the whole."""
        for part, whole in PART_OF:
            one, all_of_it = getattr(entry, part, None), getattr(entry, whole, None)
            if one is not None and all_of_it is not None and one > all_of_it:
                self.wrong(part, _("不能大于“%(field)s”。", field=self[whole].label.text))
