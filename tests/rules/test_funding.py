"""The amounts a declarant names for the money behind a home."""

from decimal import Decimal

import pytest

from declare.rules.funding import stated


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("出售旧房所得180万元，公积金贷款80万元", "260"),
        ("贷款８００，０００元", "80"),
        ("积蓄1,234.5元", "0.12345"),
        ("自筹一部分，2019年贷款120余万元", "120"),
        ("父母资助1.5百万元", "150"),
        ("公司分红2千万", "2000"),
        ("拆迁款0.03亿元", "300"),
        ("2019年出售3套旧房所得", None),
        ("家庭积蓄", None),
        ("", None),
    ],
)
def test_amounts_are_read_with_their_units(text, amount):
    assert stated(text) == (None if amount is None else Decimal(amount))
