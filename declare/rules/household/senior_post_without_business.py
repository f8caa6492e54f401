"""配偶、子女及其配偶在私营企业任高级职务，或者由外方委派担任高级职务的，还要在经商办企业等表中反映。"""

from collections.abc import Iterator

from declare.items.businesses import Business
from declare.items.choices import EmployerKind
from declare.items.employment import Employment
from declare.law import FORM, JS22, R17, Text
from declare.rules.book import rule
from declare.rules.cases import flagged, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.posts import offices

SENIOR = frozenset(
    (
        "法定代表人 董事长 副董事长 执行董事 董事 监事 监事会主席 总经理 副总经理 总裁 副总裁 "
        "总会计师 财务总监 首席财务官 董事会秘书 首席代表 代表"
    ).split()
)
"""高级职务 by their full names, as the form's notes list them."""

RUN_FOR_PROFIT = (EmployerKind.PRIVATE, EmployerKind.FOREIGN)


@rule(
    "B14",
    Text("高级职务未在经商表反映", "Senior post without an entry under businesses"),
    severity=3,
    basis=(R17.article(3, 7), JS22.whole(), FORM.whole()),
    audience=DECLARANT,
    says=Text(
        "从业情况第{row}项在私营或外资企业担任高级职务，经商办企业表中没有同一人的企业，请核对。",
        "Row {row} of the occupations names a senior post in a private or foreign-invested company, "
        "but no business of that person is declared. Please check.",
    ),
    reads=(Employment,),
)
def senior_post(facts: Facts) -> Iterator[Found]:
    """Senior posts in private or foreign firms held by someone without a row in T18."""
    jobs = [job for job in facts.rows(Employment) if job.employer_kind in RUN_FOR_PROFIT]
    owners = {firm.who for firm in facts.standing(Business)} if jobs else ()
    for job in jobs:
        if job.who in owners:
            continue
        named = not SENIOR.isdisjoint(offices(job.post))
        if job.senior or named:
            yield finding(job, "post" if named else "senior", senior=job.senior)


def _job(
    post: str, *, senior: bool | None = False, kind: EmployerKind | None = EmployerKind.PRIVATE, who: str = "sp"
) -> Employment:
    return Employment(who=who, employer="江东绿洲商贸有限公司", employer_kind=kind, post=post, senior=senior)


senior_post.cases(
    flagged("私营企业董事，未勾选高级职务", report(_job("董事")), at=("post",)),
    flagged("外资企业首席代表", report(_job("首席代表", kind=EmployerKind.FOREIGN))),
    *(flagged(f"职务为{office}", report(_job(office))) for office in sorted(SENIOR - {"董事"})),
    flagged("法定代表人兼总经理", report(_job("法定代表人兼总经理"))),
    flagged("职务名称后有括号", report(_job("副总经理（分管财务）"))),
    flagged("经理，勾选了高级职务", report(_job("经理", senior=True)), at=("senior",)),
    silent("经理，未勾选高级职务", report(_job("经理"))),
    silent("销售代表不是代表", report(_job("销售代表"))),
    silent("董事长助理不是董事长", report(_job("董事长助理"))),
    silent("职务未填", report(_job("", senior=None))),
    silent("国有企业董事", report(_job("董事", senior=True, kind=EmployerKind.SOE))),
    silent("单位性质未填", report(_job("董事", senior=True, kind=None))),
    silent("本人在经商表中有企业", report(_job("董事"), Business(who="sp"))),
    flagged("经商表中是别人的企业", report(_job("董事"), Business(who="ch"))),
    silent("补报从业，企业上年已报", report(_job("董事"), year=2026), report(Business(who="sp"))),
)
