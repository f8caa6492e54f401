"""本人、配偶、共同生活的子女在国（境）外的存款和投资，应当全部填报。"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz.fuzz import ratio

from declare.items.folding import folded
from declare.items.overseas_assets import DepositAbroad, InvestmentAbroad
from declare.items.registries import ForeignAccount
from declare.items.spec import Entry
from declare.law import M17, R17, XF, Text
from declare.rules.around import Kept
from declare.rules.book import rule
from declare.rules.cases import CHILD_ID, DECLARANT_ID, SPOUSE_ID, day, extract, flagged, num, report, silent
from declare.rules.facts import Facts
from declare.rules.finding import REVIEWER, Found
from declare.rules.household_scenes import ALL, CHILD_AT_HOME, SPOUSE
from declare.rules.kinship import household
from declare.rules.matching import APART, DOUBTFUL, SAME, Match, Trait, paired, weighed
from declare.rules.registered import about, unreported

NAME_LIKE = 0.6
SAYS = Text(
    "外汇或者外事部门登记中家庭成员在国（境）外的一项存款或者投资，报告中没有，请核对。",
    "A deposit or investment abroad that the register shows for a member of the household is not in the report. "
    "Please check.",
)


@dataclass(slots=True, eq=False)
class Asset:
    """One deposit or investment abroad as one record tells of it; `where` is the bank, or what was invested in."""

    key: str
    row: Entry
    holder: str
    country: str
    where: str
    currency: str
    amount: Decimal | None

    @property
    def records(self) -> tuple[Entry, ...]:
        """The row that tells of it."""
        return (self.row,)


@rule(
    "F16",
    Text("境外存款投资报告中未见", "Asset abroad not in the report"),
    severity=4,
    basis=(R17.article(4, 6), M17.article(4, 10), XF.article(395)),
    clause="M17-4(10)",
    audience=REVIEWER,
    says=SAYS,
    reads=(ForeignAccount,),
)
def asset_abroad_in_register(facts: Facts) -> Iterator[Found]:
    """Accounts and assets abroad of the period that neither table of assets abroad shows."""
    held = [
        asset(row, holder)
        for holder, row in about(facts, ForeignAccount, household(facts))
        if row.amount != 0 and (row.as_of is None or row.as_of >= facts.period_start)
    ]
    told = [asset(row, row.holder) for row in facts.rows(DepositAbroad)]
    told += [asset(row, row.holder) for row in facts.rows(InvestmentAbroad)]
    for pair in paired(_latest(held), told, one_asset, judged=facts.subject.judged):
        if not pair.same:
            one = pair.registered
            yield unreported(pair, says=SAYS, country=one.country, currency=one.currency, amount=one.amount)


def one_asset(one: Asset, other: Asset) -> Match:
    """Whether two records are about one asset: the holder's, in one country, at one bank; or of one amount, where no bank is comparable."""
    if one.country != other.country:
        return APART
    person, country = (Trait.PERSON, float(one.holder == other.holder)), (Trait.COUNTRY, 1.0)
    amounts = one.amount is not None and (one.currency, one.amount) == (other.currency, other.amount)
    if one.where.isascii() == other.where.isascii():
        inside = one.where in other.where or other.where in one.where
        name = (Trait.NAME, 1.0 if inside else ratio(one.where, other.where) / 100)
        known = name[1] >= NAME_LIKE
        return weighed(SAME if known and person[1] else DOUBTFUL, name, person, country)
    fits = amounts or not one.where or not other.where
    return weighed(SAME if fits and person[1] else DOUBTFUL, (Trait.AMOUNT, float(amounts)), person, country)


def _latest(assets: list[Asset]) -> list[Asset]:
    """Each asset once, though the register has it for several days."""
    return list({one.key: one for one in sorted(assets, key=_day)}.values())


def _day(one: Asset) -> str:
    """What several records of one asset are ordered by."""
    day = one.row.as_of if isinstance(one.row, ForeignAccount) else None
    return day.isoformat() if day else ""


def asset(row: ForeignAccount | DepositAbroad | InvestmentAbroad, holder: str) -> Asset:
    """A row made ready to be compared."""
    where = folded(row.what if isinstance(row, InvestmentAbroad) else row.bank)
    country, currency = row.country.strip().upper(), row.currency.strip().upper()
    return Asset(f"{holder} {country} {where} {currency}", row, holder, country, where, currency, row.amount)


def _record(
    bank: str = "汇丰银行",
    *,
    country: str = "HK",
    currency: str = "HKD",
    amount: str | None = "50.00",
    as_of: str | None = "2025-12-31",
    subject: str = DECLARANT_ID,
) -> Kept:
    row = ForeignAccount(
        subject=subject,
        country=country,
        bank=bank,
        currency=currency,
        amount=num(amount) if amount else None,
        as_of=day(as_of) if as_of else None,
    )
    return extract(row, received="2026-03-01")


def _deposit(
    bank: str = "汇丰银行",
    *,
    country: str = "HK",
    amount: str | None = "50.00",
    holder: str = "self",
    currency: str = "HKD",
) -> DepositAbroad:
    return DepositAbroad(
        holder=holder, country=country, bank=bank, currency=currency, amount=num(amount) if amount else None
    )


_NONE = (DepositAbroad, InvestmentAbroad)
_UNTOLD = report(none=_NONE)
_INVESTED = InvestmentAbroad(holder="self", country="HK", what="香港友邦保险储蓄计划", currency="HKD", amount=num("1"))

asset_abroad_in_register.cases(
    silent("存款已填报", report(_deposit()), _record()),
    flagged("没有填报", _UNTOLD, _record(), at=("",)),
    silent("银行写了分行", report(_deposit("汇丰银行（香港）旺角分行")), _record()),
    silent("银行写法相近", report(_deposit("香港汇丰银行有限公司")), _record("汇丰银行香港公司")),
    flagged(
        "同一地区的另一家银行，仍请核对",
        report(_deposit("中国银行")),
        _record("恒生银行中环支行"),
        at=("", "deposits_abroad"),
    ),
    silent("外文行名，币种和金额一致", report(_deposit()), _record("HSBC")),
    flagged("外文行名，金额不同，仍请核对", report(_deposit(amount="49.00")), _record("HSBC")),
    flagged("外文行名，币种不同，仍请核对", report(_deposit(currency="USD")), _record("HSBC")),
    flagged("外文行名，都没有写金额", report(_deposit(amount=None)), _record("HSBC", amount=None)),
    silent("都是外文行名", report(_deposit("HSBC Hong Kong")), _record("HSBC")),
    flagged("都是外文行名，不是一家", report(_deposit("Citibank")), _record("HSBC")),
    silent("登记写得更详细", report(_deposit("汇丰")), _record("汇丰银行香港旺角分行营业部")),
    silent("都没有写银行", report(_deposit("")), _record("")),
    silent("登记没有写银行", report(_deposit(amount="49.00")), _record("")),
    silent("填报没有写银行", report(_deposit("", amount="49.00")), _record()),
    flagged("另一个国家", report(_deposit(country="SG")), _record()),
    flagged("填的是别人的存款，仍请核对", report(_deposit(holder="sp"), family=SPOUSE), _record()),
    flagged("没有写银行，填的是别人的", report(_deposit("", holder="sp"), family=SPOUSE), _record()),
    silent("投资已填报", report(_INVESTED), _record("友邦保险", amount="20.00")),
    flagged("一处存款，两处登记", report(_deposit()), _record(), _record("花旗银行")),
    silent("余额为零", _UNTOLD, _record(amount="0")),
    flagged("没有写余额", _UNTOLD, _record(amount=None)),
    flagged("数据日期为报告年度1月1日", _UNTOLD, _record(as_of="2025-01-01")),
    silent("数据日期在报告年度以前", _UNTOLD, _record(as_of="2024-12-31")),
    flagged("数据日期为报告日", _UNTOLD, _record(as_of="2026-01-20")),
    silent("数据日期在报告日以后", _UNTOLD, _record(as_of="2026-01-21")),
    flagged("没有数据日期", _UNTOLD, _record(as_of=None)),
    flagged("同一账户两个日期，只一条", _UNTOLD, _record(), _record(as_of="2025-06-30", amount="20.00")),
    flagged("配偶的存款", report(family=SPOUSE, none=_NONE), _record(subject=SPOUSE_ID)),
    flagged("共同生活的子女的存款", report(family=CHILD_AT_HOME, none=_NONE), _record(subject=CHILD_ID)),
    silent("独立生活的子女不在此列", report(family=ALL, none=_NONE), _record(subject=CHILD_ID)),
    flagged("两处都没有填，各一条", _UNTOLD, _record(), _record(country="SG"), times=2),
)
