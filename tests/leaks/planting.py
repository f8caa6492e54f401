"""Words that stand nowhere else, one for every field that can hold one, and the search for them in any bytes."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from declare.demo import numbers
from declare.items.choices import Sex
from declare.items.kinds import numbers as amounts
from declare.items.kinds.dates import DayKind, MonthKind
from declare.items.kinds.documents import CertificateKind, DocumentKind, PassportKind, PermitKind
from declare.items.kinds.identity import IdNumberKind, RelativeNumberKind
from declare.items.kinds.organisations import UsccKind
from declare.items.kinds.places import AddressKind, RegionKind, RegionsKind
from declare.items.kinds.text import ProseKind, TextKind

COUNTIES = ("新疆维吾尔自治区昌吉回族自治州呼图壁县", "云南省文山壮族苗族自治州广南县", "西藏自治区阿里地区革吉县")
LARGE = (amounts.WanKind, amounts.UnitsKind, amounts.AmountKind, amounts.AreaKind)


@dataclass
class Garden:
    """Plants words and remembers where: word → table and field; `forms` are the ways it may be written."""

    random: Random
    words: dict = field(default_factory=dict)
    day: date = date(1951, 2, 3)
    month: int = 1931 * 12
    counties: int = 0

    def plant(self, table, one):
        """What to type into a field, a word never used before; None where the field cannot hold a distinctive one."""
        for kinds, make in MAKERS:
            if type(one.kind) in kinds:
                typed, *forms = make(self)
                self.words[forms[0] if forms else typed] = (table, one, tuple(forms) or (typed,))
                return typed
        return None

    def found(self, haystack):
        """Which planted words stand in some bytes, in any way they may be written: table and field of each."""
        return {
            (table.key, one.key)
            for table, one, forms in self.words.values()
            if any(form.encode() in haystack for form in forms)
        }

    def fields(self, wanted=lambda _: True):
        """The fields something was planted in."""
        return {(table.key, one.key) for table, one, _ in self.words.values() if wanted(one)}

    def digits(self, count):
        return str(self.random.randrange(10 ** (count - 1), 10**count))

    def token(self):
        return f"zq{self.random.randrange(16**10):010x}"

    def text(self):
        word = self.token()
        return f"植入{word}", word

    def address(self):
        word = self.token()
        return f"江苏省南京市玄武区{word}路3号2幢101室", word

    def certificate(self):
        word = f"第{self.digits(7)}号"
        return f"苏(2019)江东不动产权{word}", word

    def large(self):
        whole = self.digits(8)
        return f"{whole}.{self.digits(2)}", whole, f"{int(whole):,}"

    def count(self):
        whole = self.digits(9)
        return whole, whole, f"{int(whole):,}"

    def county(self):
        name = COUNTIES[self.counties]
        self.counties += 1
        return name, name[-4:]

    def a_day(self):
        self.day += timedelta(days=37)
        day = self.day
        return (
            f"{day.year}-{day.month}-{day.day}",
            day.isoformat(),
            f"{day.year}年{day.month}月{day.day}日",
            f"{day:%-d %B %Y}",
        )

    def a_month(self):
        self.month += 5
        year, month = divmod(self.month, 12)
        return f"{year}-{month + 1}", f"{year}-{month + 1:02}", f"{year}年{month + 1}月"

    def identity(self):
        return (numbers.identity_number(self.random, date(2003, 5, 17), Sex.MALE),)

    def passport(self):
        return (numbers.passport(self.random),)

    def permit(self):
        return (numbers.hk_macao_permit(self.random),)

    def document(self):
        return (f"ZQ{self.digits(8)}",)

    def company(self):
        return (numbers.company_code(self.random),)


MAKERS = (
    ((TextKind, ProseKind), Garden.text),
    ((AddressKind,), Garden.address),
    ((CertificateKind,), Garden.certificate),
    (LARGE, Garden.large),
    ((amounts.CountKind,), Garden.count),
    ((RegionKind, RegionsKind), Garden.county),
    ((DayKind,), Garden.a_day),
    ((MonthKind,), Garden.a_month),
    ((IdNumberKind, RelativeNumberKind), Garden.identity),
    ((PassportKind,), Garden.passport),
    ((PermitKind,), Garden.permit),
    ((DocumentKind,), Garden.document),
    ((UsccKind,), Garden.company),
)
