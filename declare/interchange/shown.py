"""Findings, definitions and rules as lines a person reads in a terminal."""

from datetime import date

from declare.items import ITEMS, TABLES
from declare.law import Dated, Lang, Text
from declare.rules.book import Rule, all_rules
from declare.rules.finding import Finding, Place

SEVERITY = Text("级别", "severity")
BASIS = Text("依据", "Basis")
THRESHOLDS = Text("标准", "Thresholds")
CASES = Text("示例", "Cases")
SPEAKS = Text("提示", "speaks")
SILENT = Text("不提示", "silent")
NO_LEGAL_VALUE = Text("系统参数，法律无规定数值", "a parameter, no legal value")
REQUIRED = Text("必填", "required")


def finding_text(finding: Finding, lang: Lang) -> str:
    """One finding on one line: rule, severity, person, year, place, sentence."""
    places = " ".join(_place(place) for place in finding.where) or "-"
    head = f"{finding.rule} {SEVERITY.to(lang)} {finding.severity} {finding.declarant or '-'} {finding.year}"
    return f"{head} {places} {finding.message.to(lang)}"


def items_text(lang: Lang) -> str:
    """Every item with its tables and fields."""
    lines = []
    for item in ITEMS:
        lines.append(f"{item.basis.article} {item.title.to(lang)}")
        for table in (table for table in TABLES if table.item == item):
            lines.append(f"  {table.number} {table.key} · {table.title.to(lang)} · {table.mode.value}")
            for field in table.fields:
                mark = f" · {REQUIRED.to(lang)}" if field.required else ""
                kept = f"{field.privacy.name.lower()} · {field.redaction.value}"
                lines.append(f"      {field.key} · {field.label.to(lang)} · {field.kind.name} · {kept}{mark}")
    return "\n".join(lines)


def rules_text(lang: Lang) -> str:
    """Every rule on a line."""
    return "\n".join(
        f"{rule.id} {'/'.join(map(str, rule.severity))} {rule.title.to(lang)} · "
        + "; ".join(cited.shown().to(lang) for cited in rule.basis)
        for rule in all_rules()
    )


def rule_text(rule: Rule, day: date | None, lang: Lang) -> str:
    """One rule: title, what the law asks, articles, thresholds (as of a day), cases."""
    lines = [
        f"{rule.id} {rule.title.to(lang)}",
        rule.doc,
        f"{SEVERITY.to(lang)}: {'/'.join(map(str, rule.severity))}",
        f"{BASIS.to(lang)}: " + "; ".join(cited.shown().to(lang) for cited in rule.basis),
    ]
    if rule.thresholds:
        lines.append(f"{THRESHOLDS.to(lang)}:")
        lines.extend(_threshold(dated, day, lang) for dated in rule.thresholds)
    lines.append(f"{CASES.to(lang)}:")
    lines.extend(f"  {SPEAKS.to(lang) if case.flags else SILENT.to(lang)} · {case.name}" for case in rule.examples)
    return "\n".join(lines)


def _threshold(dated: Dated[object], day: date | None, lang: Lang) -> str:
    """A threshold through time, or as it stood on a day."""
    steps = dated.steps if day is None else tuple(filter(None, [dated.step(day)]))
    values = ", ".join(f"{step.since.isoformat()}: {step.value}" for step in steps)
    source = dated.basis.shown().to(lang) if dated.basis else NO_LEGAL_VALUE.to(lang)
    return f"  {dated.key} {values} ({source}; {dated.checked.isoformat()})"


def _place(place: Place) -> str:
    """Where, as a path."""
    if place.record:
        return place.record
    row = "" if place.entry is None else f"[{place.entry}]"
    field = f".{place.field}" if place.field else ""
    year = f"@{place.declaration.year}" if place.declaration else ""
    return f"{place.table}{row}{field}{year}"
