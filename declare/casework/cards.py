"""Findings as sentences: numbers in bold, the rule, the article, the clause it may resemble, the picture."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from markupsafe import Markup, escape

from declare.casework.weights import Precisions, Share, share
from declare.checks.models import CURED, DECIDED, DEFERRED, INQUIRED, WAITS, Finding
from declare.law import M17, Dated, Lang
from declare.rules.book import rule_by_id
from declare.rules.finding import Finding as Said
from declare.rules.finding import Threshold, plain
from declare.rules.telling import cited
from declare.web.thresholds import shown
from declare.web.thresholds import title as called

NUMBER = re.compile(
    r"(?<![第A-Za-z\d.-])"
    r"(\d{4}-\d{2}-\d{2}|\d[\d,]*\.\d+(?:\s?(?:万元|平方米|㎡|%|元))?|\d[\d,]*\s?(?:万元|平方米|㎡|%|元|份|套|天|个月|人))"
    r"(?![\d-])"
)
"""Days, decimals, and whole numbers with a unit; the number of a row is not one."""

CLAUSE = re.compile(r"M17-(\d+)\((\d+)\)")


@dataclass(frozen=True, slots=True)
class Status:
    """The word a finding's state is told with."""

    tone: str
    label: str


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of a picture."""

    label: str
    value: Decimal
    kind: str

    @property
    def shown(self) -> str:
        """The number as it stands beside the bar."""
        return f"{self.value:,.2f}".replace("-", "−")


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as templates/shared/findings.html draws it."""

    id: int
    severity: int
    title: str
    sentence: Markup
    rule: str
    citation: str
    lines: list[str]
    steps: list[Step]
    status: Status | None
    state: str
    year: int
    rule_href: str = ""
    citation_href: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A threshold the rule used: its value, since when, on which basis."""

    key: str
    value: str
    since: date
    basis: str


def card(finding: Finding, said: Said, *, lang: Lang, latest: int | None = None) -> Card:
    """A finding in the words of one language; one on an earlier year than `latest` says so in its title."""
    words = title(said, lang=lang)
    if latest is not None and finding.year < latest:
        words = _("%(title)s（%(year)s 年度）", title=words, year=finding.year)
    articles = cited(said, lang)
    return Card(
        id=finding.id,
        severity=finding.severity,
        title=words,
        sentence=bold(said.message.to(lang)),
        rule=said.rule,
        citation=_("；").join(one.words for one in articles),
        lines=[clause(said.clause, lang=lang)] if said.clause else [],
        steps=steps(said, lang=lang),
        status=status(finding),
        state=finding.state,
        year=finding.year,
        rule_href=url_for("rulebook.rule", rule_id=said.rule),
        citation_href=url_for("rulebook.rule", rule_id=said.rule, _anchor=articles[0].key) if articles else "",
    )


def bold(sentence: str) -> Markup:
    """A sentence with its numbers set in bold."""
    return Markup(NUMBER.sub(r"<strong>\1</strong>", str(escape(sentence))))  # noqa: S704  # nosec B704 - escaped before


def clause(written: str, *, lang: Lang) -> str:
    """Which case of the handling rules this resembles, for consideration only."""
    found = CLAUSE.fullmatch(written)
    if found is None:
        return written
    cited = M17.article(int(found[1]), int(found[2])).shown().to(lang)
    return str(_("与%(article)s所列情形相近，供核实时参考。", article=cited))


def status(finding: Finding) -> Status | None:
    """The word for a state; nothing for a new, open finding."""
    words = {
        WAITS: Status("wait", _("待复核")),
        INQUIRED: Status("wait", _("函询中")),
        DEFERRED: Status("same", _("已暂缓")),
        DECIDED: Status("done", _("已处理")),
        CURED: Status("same", _("已消除")),
    }
    if finding.reopened and finding.state not in words:
        return Status("fix", _("内容有变化，重新提出"))
    return words.get(finding.state)


def steps(said: Said, *, lang: Lang) -> list[Step]:
    """The picture of a sum that does not come out, where the rule hands one over."""
    told: Any = said.numbers.get("steps")
    if isinstance(told, list):
        return waterfall([(one[lang], Decimal(str(one["value"]))) for one in told])
    numbers = said.numbers
    if said.rule != "B25" or "gap" not in numbers:
        return []
    words = [
        ("income", _("收入"), "base"),
        ("disposals", _("处置房产"), "more"),
        ("loans", _("借入"), "more"),
        ("purchases", _("购房"), "declared"),
        ("gap", _("相差"), "gap"),
    ]
    bars = [Step(label, Decimal(str(numbers.get(key) or 0)), kind) for key, label, kind in words]
    return [bar for bar in bars if bar.value or bar.kind != "more"]


def waterfall(told: Sequence[tuple[str, Decimal]]) -> list[Step]:
    """The bars of a sum: what one starts from, what adds and takes away, what should be, what is stated, and the gap.

    What should be is left out by some rules; what neither adds nor takes away is not drawn.
    """
    if len(told) < 3:
        return [Step(label, value, "base") for label, value in told]
    (start, opening), *moves = told[:-2]
    should = moves.pop() if moves and moves[-1][1] == opening + sum(value for _, value in moves[:-1]) else None
    bars = [Step(start, opening, "base")]
    bars += [Step(label, abs(value), "more" if value > 0 else "less") for label, value in moves if value]
    bars += [Step(*should, "base")] if should else []
    (stated, value), (gap, missing) = told[-2:]
    return [*bars, Step(stated, value, "declared"), Step(gap, missing, "gap")]


def parameters(said: Said, *, lang: Lang) -> list[Parameter]:
    """The thresholds a rule used, each with its name, unit and article in that language."""
    known = {dated.key: dated for dated in rule_by_id(said.rule).thresholds}
    return [_parameter(one, known.get(one.key), lang) for one in said.thresholds]


def _parameter(used: Threshold, dated: Dated[Any] | None, lang: Lang) -> Parameter:
    """One threshold as it was used; one the rule has no more is told by its key alone."""
    none = _("参数，无法定数值")
    if dated is None:
        return Parameter(used.key, str(used.value), used.since, used.basis or none)
    value = next((step.value for step in dated.standing() if plain(step.value) == used.value), used.value)
    basis = dated.basis
    return Parameter(
        called(dated, lang=lang), shown(dated, value, lang=lang), used.since, basis.shown().to(lang) if basis else none
    )


def title(said: Said, *, lang: Lang) -> str:
    """What a finding is called; English begins with a capital."""
    words = said.title.to(lang)
    return words[:1].upper() + words[1:]


def shares(found: Sequence[tuple[Finding, Said]], known: Precisions, *, lang: Lang) -> list[Share]:
    """What each open finding adds to the sum."""
    return [share(one, title(said, lang=lang), known) for one, said in found]
