"""What findings point at beside reports: disclosures, registry rows, work records, and sums as pictures."""

from decimal import Decimal

import msgspec
import pytest
from sqlalchemy import select

from declare.audit import AuditLeaf
from declare.casework import cards
from declare.checks import keeping
from declare.checks.models import Finding
from declare.disclosures.models import Disclosure
from declare.extensions import db, vault
from declare.registries.models import Extract, ExtractRow
from declare.rules.finding import Place
from declare.web import transaction
from tests.casework.conftest import consult, finding_of
from tests.casework.test_queue import statements


def pointing(bureau, finding, *places, **changes):
    """Lets a finding point at other places, as the rules would have written it."""
    with bureau.app.app_context(), transaction() as session:
        row = session.get_one(Finding, finding.id)
        said = saying(session, row)
        row.revision += 1
        said = msgspec.structs.replace(said, where=(*said.where, *places), **changes)
        row.sealed = keeping.sealed(vault.sealer(session, row.record), row.revision, said)


def saying(session, row):
    from declare.vault import Reader

    opener = vault.opening(session, row.record, Reader(None, "system", "test"))
    return keeping.opened(opener, row.revision, row.sealed)


def disclosed_by(bureau, *, others_than=None):
    """A person with a disclosure, and that disclosure; `others_than` leaves one person out."""
    chosen = select(Disclosure).where(Disclosure.state == "filed").order_by(Disclosure.id)
    rows = [row[0] for row in bureau.ask(chosen)]
    return next(row for row in rows if row.person_id != others_than)


def about_somebody_who_disclosed(bureau):
    """A finding about a person, and a disclosure of theirs."""
    joined = select(Finding, Disclosure).join(Disclosure, Disclosure.person_id == Finding.person_id)
    rows = bureau.ask(joined.where(Finding.state == "open", Disclosure.state == "filed").order_by(Finding.id))
    assert rows, "nobody with a finding has disclosed anything"
    return rows[0]


def test_a_disclosure_a_finding_points_at_is_shown_and_its_opening_written_down(bureau, reviewer):
    finding, disclosure = about_somebody_who_disclosed(bureau)
    pointing(bureau, finding, Place(record=disclosure.record))
    person = consult(reviewer, finding.person_id).text
    page = reviewer.get(f"/findings/{finding.id}/").text
    assert "随时申报 · " in person
    assert "随时申报 · " in page
    leaves = select(AuditLeaf.object).where(AuditLeaf.action == "content.open", AuditLeaf.row == "consultation/1")
    assert any(disclosure.record in row[0] for row in bureau.ask(leaves))


def test_what_another_disclosed_stays_closed(bureau, reviewer):
    finding = finding_of(bureau, "B30")
    other = disclosed_by(bureau, others_than=finding.person_id)
    pointing(bureau, finding, Place(record=other.record), Place(record="disclosure/99999"))
    consult(reviewer, finding.person_id)
    page = reviewer.get(f"/findings/{finding.id}/").text
    assert "另有 2 项记录未列出" in page
    leaves = bureau.ask(select(AuditLeaf.object).where(AuditLeaf.action == "content.open"))
    assert not any(other.record in row[0].split() for row in leaves)


def test_a_registry_row_is_shown_with_what_was_looked_at_and_secrets_masked(bureau, reviewer):
    extract, position = bureau.ask(
        select(Extract, ExtractRow.position).join(ExtractRow).where(Extract.kind == "managed").order_by(Extract.id)
    )[0]
    finding = finding_of(bureau, "B30")
    pointing(bureau, finding, Place(record=f"{extract.record}/{position}", field="name"))
    consult(reviewer, finding.person_id)
    page = reviewer.get(f"/findings/{finding.id}/").text
    assert "登记信息" in page
    assert "管理服务对象" in page
    assert page.count('<strong class="attention">') >= 1


def test_more_records_cost_no_more_statements(bureau, reviewer):
    finding, disclosure = about_somebody_who_disclosed(bureau)
    consult(reviewer, finding.person_id)
    pointing(bureau, finding, Place(record=disclosure.record))
    one = statements(bureau, reviewer, f"/findings/{finding.id}/")
    names = [row[0].record for row in bureau.ask(select(Disclosure).where(Disclosure.person_id == finding.person_id))]
    pointing(bureau, finding, *(Place(record=name) for name in names))
    assert statements(bureau, reviewer, f"/findings/{finding.id}/") == one


def test_last_years_row_is_shown_where_a_finding_names_last_years_report(bureau, reviewer):
    finding = next(
        row[0]
        for row in bureau.ask(
            select(Finding).where(Finding.rule.like("C%"), Finding.state == "open").order_by(Finding.id)
        )
        if names_last_year(bureau, row[0])
    )
    consult(reviewer, finding.person_id)
    assert f"{finding.year - 1} 年度</th>" in reviewer.get(f"/findings/{finding.id}/").text


def names_last_year(bureau, finding):
    with bureau.app.app_context():
        said = saying(db.session, finding)
        db.session.rollback()
    return any(place.declaration and place.declaration.year == finding.year - 1 for place in said.where)


def test_clauses_of_register_findings_are_summed_up(bureau, reviewer):
    finding = finding_of(bureau, "B30")
    assert "F20" not in consult(reviewer, finding.person_id).text
    pointing(bureau, finding, rule="F09", clause="M17-4(7)")
    page = reviewer.get(f"/people/{finding.person_id}/").text
    assert "提示：瞒报情形" in page
    assert "须先请本人说明" in page
    pointing(bureau, finding, rule="F10", clause="M17-3(2)")
    assert "提示：漏报情形" in reviewer.get(f"/people/{finding.person_id}/").text


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ([100, 40, 20, -30, 130, 400, 270], ["base", "more", "more", "less", "base", "declared", "gap"]),
        ([100, 100, 0, 200, 400, 200], ["base", "more", "base", "declared", "gap"]),
        ([100, 40, 400, 260], ["base", "more", "declared", "gap"]),
        ([100, 400, 300], ["base", "declared", "gap"]),
        ([100, 40], ["base", "base"]),
    ],
)
def test_a_sum_becomes_bars(told, kinds):
    bars = cards.waterfall([(f"第{at}步", Decimal(value)) for at, value in enumerate(told)])
    assert [bar.kind for bar in bars] == kinds
    assert all(bar.value >= 0 for bar in bars if bar.kind in ("more", "less"))


def test_a_rule_hands_its_bars_over_in_both_languages(bureau, reviewer):
    finding = finding_of(bureau, "B30")
    steps = [
        {"zh": "上年持有", "en": "Held a year ago", "value": "66.20"},
        {"zh": "收入", "en": "Income", "value": "31.40"},
        {"zh": "应有", "en": "Expected", "value": "97.60"},
        {"zh": "本年持有", "en": "Held now", "value": "352.70"},
        {"zh": "差额", "en": "Gap", "value": "255.10"},
    ]
    pointing(bureau, finding, numbers={"steps": steps})
    page = consult(reviewer, finding.person_id).text
    assert (
        page.index("上年持有")
        < page.index("＋ 收入")
        < page.index("应有")
        < page.index("352.70")
        < page.index("255.10")
    )
    reviewer.client.set_cookie("lang", "en")
    assert "Held a year ago" in reviewer.get(f"/people/{finding.person_id}/").text
