"""A cadre files the report of the year: what is known is confirmed, what is new entered, ten slips are caught, a receipt comes home."""

import base64
import json
import re
import subprocess
import sys
from pathlib import Path

from tests.journeys.filling import fill, press, refused, save
from tests.journeys.watching import look
from tests.serving import PASSWORD

VERIFIER = Path(__file__).parents[2] / "docs" / "verify_receipt.py"
HOME = {
    "owners": ["self", "sp"], "ownership": "joint", "source": "bought", "exit": "none", "kind": "commodity",
    "address": "江苏省南京市玄武区听竹路7号3幢1201室", "certificate": "苏(2026)江东不动产权第0077123号",
    "funding": "卖出旧房180.00万元，贷款60.00万元。",
}  # fmt: skip
TRIP = {"countries": "日本，泰国", "approved_by": "江东消防救援总队政治部"}
COMPANY = {
    "who": "sp", "company": "江东听竹文化有限公司", "kind": "limited", "state": "open", "founded": "2026-3-9",
    "registered_in": "江苏省南京市", "capital": "50", "senior_post": "监事", "related": "no",
}  # fmt: skip
SLIPS = {
    "real_estate": (
        HOME,
        {"area": "108.6 亩", "price": "三百万元", "traded": "2027-3", "share": "120"},
        {"area": "本栏单位为㎡", "price": "请填写数字", "traded": "不能晚于填报日", "share": "应在0至100之间"},
        {"area": "108.6 平", "price": "300 万元", "traded": "2026-3", "share": "100"},
    ),
    "trips_abroad": (
        TRIP,
        {"left": "2026-2-31", "returned": "2026-7-12", "passport_number": "EB12345"},
        {"left": "没有这一天", "passport_number": "普通护照号应如", "purpose": "请选择一项"},
        {"left": "2026-7-20", "passport_number": "E12345678", "purpose": "tourism"},
    ),
    "businesses": (
        COMPANY,
        {"uscc": "91320100MA1MQ1AD9A", "percent": "12o", "subscribed": "30"},
        {"uscc": "代码校验位不符", "percent": "本栏单位为%"},
        {"uscc": "91999999MA8824203T", "percent": "60"},
    ),
}
"""A table: what is typed right, what is typed wrong, what is said of it, and the right after all."""


def test_a_cadre_files_the_report_of_the_year(visit, tmp_path):
    page = visit("cadre20")
    start(page)
    home = page.url
    mend_the_identity_number(page, home)
    page.goto(home)
    confirm_what_is_the_same(page)
    for table in SLIPS:
        slip_and_mend(page, home, table)
    wages(page, home)
    answer_the_rest_with_none(page, home)
    read_over_and_sign(page, home)
    keep_the_receipt(page, tmp_path)


def start(page):
    """From the list to the tasks."""
    assert "2026 年度" in page.locator("main").inner_text()
    press(page, "开始填写")
    page.wait_for_url(re.compile(r"/declarations/\d+/$"))
    assert page.locator("main").get_by_text("共 14 项").count()


def mend_the_identity_number(page, home):
    """One digit of the wife's number: nothing else on the page is lost. One's own number nobody can change."""
    page.goto(f"{home}profile")
    assert not page.locator('main input[name="id_number"]:not([disabled])').count()
    page.goto(f"{home}family/0")
    field = page.locator("#id_number")
    right = field.input_value()
    wrong = right[:-1] + ("1" if right[-1] != "1" else "2")
    fill(page, id_number=wrong, document_kind="居民身份证（长期）")
    press(page, "保存")
    refused(page, "id_number", "身份证号校验位不符，请逐位核对。")
    assert field.input_value() == wrong
    assert page.locator("#document_kind").input_value() == "居民身份证（长期）"
    assert look(page, "slip-identity-number") == []
    fill(page, id_number=right)
    save(page)


def confirm_what_is_the_same(page):
    """Everything that reads as last year, looked over and confirmed at once; a home and a company are new this time."""
    page.get_by_role("link", name="逐项核对后确认").click()
    for box in page.locator('main [name="tables"]').all():
        if not box.get_attribute("value").startswith(("real_estate", "businesses")):
            box.check()
        else:
            box.uncheck()
    press(page, "确认所选各项")
    page.wait_for_load_state()
    assert "已确认" in page.locator("main").inner_text()


def slip_and_mend(page, home, table):
    """Types some of it wrong; every slip is named, linked and kept; then mends it, and it is in."""
    right, wrong, said, after_all = SLIPS[table]
    page.goto(f"{home}{table}/add")
    fill(page, **right, **wrong)
    press(page, "保存")
    for name, words in said.items():
        refused(page, page.locator(f'[name^="{name}"]').first.get_attribute("id"), words)
    kept(page, right | wrong)
    assert look(page, f"slips-{table.replace('_', '-')}") == []
    fill(page, **after_all)
    press(page, "保存")
    if table == "trips_abroad":
        refused(page, "returned-year", "不能早于“出发时间”")
        fill(page, returned="2026-7-28")
        save(page)
    assert "已保存" in page.locator("main").inner_text()


def kept(page, values):
    """Whatever was typed still stands there, wrong or right."""
    for name, value in values.items():
        first = page.locator(f'main [name^="{name}"]').first
        if isinstance(value, str) and first.get_attribute("type") == "text":
            boxes = page.locator(f'main [name^="{name}-"]')
            typed = "-".join(box.input_value() for box in boxes.all()) if boxes.count() else first.input_value()
            assert typed == value, name


def wages(page, home):
    """The total is offered where it was left out or does not add up."""
    page.goto(f"{home}wages/add")
    fill(page, salary="19.80", bonus="4.20", total="23.00")
    press(page, "保存")
    refused(page, "total", "前几项之和为 24.00，已填入")
    assert page.locator("#total").input_value() == "24.00"
    save(page)


def answer_the_rest_with_none(page, home):
    """Every item that still waits is answered from the task list, one after the other."""
    for _ in range(30):
        page.goto(home)
        waiting = page.locator("ul.tasks li", has=page.locator(".tag:not(.done, .fix)")).locator(
            "a:not([href*=closing])"
        )
        if not waiting.count():
            break
        waiting.first.click()
        answer_item(page)
    assert page.locator("main").get_by_text("都填好了").is_visible()


def answer_item(page):
    """The first table of an item that has no answer yet: nothing where nothing stands, no change where it does."""
    for form in page.locator("main form").all():
        if not form.locator("input:checked").count():
            form.locator('[value="none"], [value="unchanged"]').first.check()
            form.get_by_role("button", name="保存").click()
            page.wait_for_load_state()
            return


def read_over_and_sign(page, home):
    """All answers, the self-check, the promise and the password once more."""
    page.get_by_role("link", name="查看全部内容并提交").click()
    assert page.get_by_text("听竹路7号").first.is_visible()
    assert "护照" in page.locator("article.finding").first.inner_text(), "the trip names a passport that is not listed"
    assert look(page, "answers-complete") == []
    press(page, "下一步：签名提交")
    press(page, "提交报告")
    refused(page, "promise", "请阅读承诺并勾选")
    page.locator("#promise").check()
    page.locator("#password").fill("not the password")
    press(page, "提交报告")
    refused(page, "password", "密码不正确")
    assert page.locator("#promise").is_checked()
    assert look(page, "sign-refused") == []
    page.locator("#password").fill(PASSWORD)
    press(page, "提交报告")
    page.wait_for_url(f"{home}receipt")
    assert look(page, "receipt") == []


def keep_the_receipt(page, folder):
    """What was downloaded verifies with the published script and key alone, and no longer once a letter of it is changed."""
    for words, name in (("下载回执", "receipt.json"), ("下载报告原文", "report.json")):
        with page.expect_download() as download:
            page.get_by_role("button", name=words).or_(page.get_by_role("link", name=words)).first.click()
        download.value.save_as(folder / name)
    key = page.request.get("/declarations/public-key").text().split()[1]
    assert len(base64.b64decode(key)) == 32
    assert verified(folder, key)
    name = json.loads(json.loads((folder / "report.json").read_text("utf-8"))["document"])["basic"]["name"]
    assert len(name) >= 2
    assert name not in (folder / "receipt.json").read_text("utf-8")
    receipt = json.loads((folder / "receipt.json").read_text("utf-8"))
    receipt["body"]["year"] = 2025
    (folder / "receipt.json").write_text(json.dumps(receipt), "utf-8")
    assert not verified(folder, key)


def verified(folder, key):
    """What the script of the documentation says of the two files."""
    command = [sys.executable, VERIFIER, folder / "receipt.json", key, folder / "report.json"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0
