"""A reviewer loads what another authority handed over, puts two columns right, and deletes an extract; in both languages, on a phone."""

import re

import pytest

from tests.journeys.filling import fill, press
from tests.journeys.watching import look

HEADERS = "权利人,身份证号,面积（㎡）,坐落,成交价（元）,登记日期,备注\r\n"
SWAPPED = HEADERS + "".join(
    f'王某{at},{number},江东市中山路{at}号3幢{at}01室,{80 + at}.5,"{at},380,000",2019年{at}月8日,\r\n'
    for at, number in enumerate(("110105194912310021", "11010519491231002X", "320102198003072434") * 3, 1)
)
WRONG = HEADERS.replace("面积（㎡）,坐落", "坐落,面积（㎡）") + "".join(
    f"李某{at},11010519491231002X,江东市解放路{at}号,{area},{at}80000,{day},\r\n"
    for at, (area, day) in enumerate(
        (("90", "2020-01-02"), ("约百", "2020-02-30"), ("70", "2021/3/4"), ("66", "昨天")), 1
    )
)


def upload(page, content, name):
    """Hands a file over, as a person does."""
    page.goto("/registries/new")
    page.locator("#file").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content.encode("gb18030")})
    fill(page, source="江东市自然资源和规划局")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(re.compile(r"/registries/uploads/\d+/$"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pages_of_extracts(visit, lang):
    page = visit("reviewer", lang=lang)
    page.goto("/registries/")
    faults = look(page, "extracts", lang=lang)
    page.goto("/registries/new")
    faults += look(page, "extract-new", lang=lang)
    page.locator("main form button[type=submit]").first.click()
    faults += look(page, "extract-new-refused", lang=lang)
    upload(page, SWAPPED, "不动产登记查询结果.csv")
    faults += look(page, "extract-columns-swapped", lang=lang)
    upload(page, WRONG, "不动产登记查询结果（二）.csv")
    faults += look(page, "extract-rows-wrong", lang=lang)
    page.goto("/registries/")
    faults += look(page, "extracts-waiting", lang=lang)
    assert faults == []


def test_a_file_is_put_right_loaded_and_deleted(visit):
    page = visit("reviewer")
    upload(page, SWAPPED, "不动产登记查询结果（三）.csv")
    assert "是否与“坐落”对调？" in page.locator("main").inner_text()
    press(page, "载入")
    assert "是否与“坐落”对调？" in page.locator("main").inner_text()
    page.locator("#column-2").select_option("address")
    page.locator("#column-3").select_option("area")
    press(page, "按所选列重新预览")
    shown = page.locator("#preview").inner_text()
    assert "138.00" in shown
    assert "中山路" not in shown
    assert look(page, "extract-columns") == []
    press(page, "载入")
    page.wait_for_url(re.compile(r"/registries/\d+/$"))
    assert "已载入9行" in page.locator("main").inner_text()
    assert look(page, "extract-loaded") == []
    page.get_by_role("link", name="删除").click()
    assert look(page, "extract-delete") == []
    fill(page, reason="对方更正后重新提供。")
    press(page, "删除并销毁")
    page.wait_for_url("**/registries/")
    assert "已删除" in page.locator("main").inner_text()


def test_it_works_without_scripts(visit):
    page = visit("reviewer", java_script_enabled=False)
    upload(page, SWAPPED, "不动产登记查询结果（四）.csv")
    press(page, "放弃并销毁文件")
    page.wait_for_url("**/registries/")
    assert "已放弃并销毁" in page.locator("main").inner_text()
