"""A whole report, from the start to the receipt, as a cadre does it."""

from tests.declarations.conftest import fill, sign


def test_open_answer_sign_receipt(browser, draft):
    fill(browser, draft)
    assert "都填好了" in browser.get(f"{draft}/")
    done = sign(browser, draft)
    assert done.headers["Location"] == f"{draft}/receipt"
    page = browser.get(f"{draft}/receipt")
    assert "已提交" in page
    assert browser.get(f"{draft}/receipt.json").startswith('{"body":')
    assert "郑怀川" in browser.get(f"{draft}/document.json")
