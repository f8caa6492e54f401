"""公务接待凭公函进行，没有公函的不得接待，公函应在接待以前收到。"""

from collections.abc import Iterator

from declare.items.disclosures import Reception
from declare.law import GJ13, JY25, Text
from declare.rules.around import Kept
from declare.rules.book import PERSON, rule
from declare.rules.cases import day, flagged, silent, told
from declare.rules.finding import DECLARANT, Found, finding
from declare.rules.happening import day_of
from declare.rules.subject import Subject

AFTERWARDS = Text(
    "公函日期{letter}晚于接待时间{happened}，请核对并说明。",
    "The official letter is dated {letter}, after the reception on {happened}. Please check and explain.",
)


@rule(
    "E12",
    Text("无公函接待", "Reception without an official letter"),
    severity=3,
    basis=(GJ13.article(7), JY25.whole()),
    audience=DECLARANT,
    says=Text(
        "公务接待没有填写公函文号，请核对并说明。",
        "No official letter is given for the reception. Please check and explain.",
    ),
    reads=(Reception,),
    scope=PERSON,
)
def reception_without_letter(subject: Subject) -> Iterator[Found]:
    """Receptions without the number of a letter, or with one dated afterwards."""
    for meal in subject.each(Reception):
        if not meal.letter_number.strip():
            yield finding(meal, "letter_number", on=day_of(meal, subject))
        elif meal.letter_date and meal.happened and meal.letter_date > meal.happened:
            yield finding(
                meal,
                "letter_date",
                says=AFTERWARDS,
                on=day_of(meal, subject),
                letter=meal.letter_date,
                happened=meal.happened,
            )


def _meal(number: str = "江消函〔2025〕12号", letter: str = "2025-07-30", happened: str = "2025-08-01") -> Kept:
    meal = Reception(
        happened=day(happened) if happened else None,
        letter_number=number,
        letter_date=day(letter) if letter else None,
    )
    return told(meal, filed_on="2025-08-01")


reception_without_letter.cases(
    silent("公函在接待以前", _meal()),
    silent("公函在接待当日", _meal(letter="2025-08-01")),
    flagged("公函在接待次日", _meal(letter="2025-08-02"), at=("letter_date",)),
    silent("公函日期未填", _meal(letter="")),
    silent("接待时间未填", _meal(happened="")),
    flagged("公函文号未填", _meal(""), at=("letter_number",)),
    flagged("公函文号只有空格", _meal("  ")),
    flagged("文号未填，日期也晚于接待，仍是一条", _meal("", "2025-08-02")),
)
