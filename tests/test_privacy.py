"""Numbers of persons: found by their check characters, never shown whole, in no output."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_lint import outputs
from disclosure_lint.config import Settings
from disclosure_lint.engine import lint
from disclosure_lint.outputs import Checked, Context
from disclosure_lint.privacy import Kind, mask, personal_numbers, weak_masks
from disclosure_lint.source import Source

# The standard's own example of a citizen number, and numbers that nobody has.
CITIZEN = "11010519491231002X"
MOBILE = "13800001234"
CARD = "6222020000111122222"

FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘ", "0123456789X")

MASKED = [
    (f"身份证号{CITIZEN}。", "身份证号110***********002X。"),
    ("身份证号11010519491231002x", "身份证号110***********002x"),
    ("身份证号110105 19491231 002X", "身份证号110*** ******** 002X"),
    ("证件号110105491231002", "证件号110********1002"),
    ("１１０１０５１９４９１２３１００２Ｘ", "110***********002X"),
    (f"电话{MOBILE}", "电话138****1234"),
    ("138-0000-1234", "138-****-1234"),
    ("138 0000 1234", "138 **** 1234"),
    (f"+86{MOBILE}", "+86138****1234"),
    (f"86-{MOBILE}、86{MOBILE}", "86-138****1234、86138****1234"),
    (f"{MOBILE} 13900005678", "138****1234 139****5678"),
    (f"卡号{CARD}", "卡号6222***********2222"),
    ("账号4000 0000 0000 0002", "账号4000 **** **** 0002"),
    (CARD, "6222***********2222"),
    ("1101051949****002X", "110***********002X"),
    ("138***01234", "138****1234"),
    ("1380000123*", "138****123*"),
]
LEFT = [
    "",
    "一、总体情况",
    "110***********002X",
    "110105********002X",
    "138****1234",
    "11010519491231002A",
    "110105194912310021",  # wrong check character
    "11010519491331002X",  # no such month
    "99010519491231002X",  # no such province
    "110105491231002",  # an old number needs a word before it
    "91110000600037341L",
    "11330723736009120E/2021-242240",
    "620702078/2024-00002",
    "234234234234444444/2024-00001",
    "QY13800001234",
    "t20240115_13800001234.html",
    "13800001234/2024-00001",
    "1.13800001234",
    "13800001234元",
    "13800001234.5",
    "12345678901",
    "0990-5551234",
    "4000000000000002",  # no word says that it is a card
    "卡号4000000000000003",
    "2024-01-11 09:51:00",
    "0 0 0 0 0 0 0 0 0 0 0 0 0",
    "1 2 3 4 5 6 7 8 9 10 11 12",
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_mask(text: str, masked: str) -> None:
    shown = mask(text)
    assert shown.translate(FULL_WIDTH) == masked
    assert len(shown) == len(text)


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str) -> None:
    assert mask(text) == text
    assert personal_numbers(text) == weak_masks(text) == ()


@given(st.text(alphabet="0123456789Xx*- /.卡号身份证\n", max_size=60))
def test_mask_keeps_length_and_is_done_once(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert mask(masked) == masked


@given(st.integers(0, 999), st.dates())
def test_every_valid_number_is_found(serial: int, born: object) -> None:
    front = f"110105{str(born).replace('-', '')}{serial:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    check = "10X98765432"[sum(int(d) * w for d, w in zip(front, weights, strict=True)) % 11]
    found = [it for it in personal_numbers(f"号码{front}{check},") if it.kind is Kind.CITIZEN]
    assert bool(found) == (str(born) >= "1900") or code_fits(front + check)


def code_fits(number: str) -> bool:
    """One number in thirty-one passes the check of a credit code too: then it is taken for one."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    if number[-1] not in alphabet:
        return False
    total = sum(alphabet.index(d) * pow(3, at, 31) for at, d in enumerate(number[:-1]))
    return alphabet[-total % 31] == number[-1]


# Others than in the pages of the rules, which some outputs carry along.
OTHER_CITIZEN = "110105199003070033"
OTHER_MOBILE = "13700009999"
OTHER_CARD = "6222020000333344448"
REPORT = f"""云溪镇人民政府2023年政府信息公开工作年度报告
索引号 | 620702078/2024-00002 | 生成日期 | 2024-01-11 |
联系人:张某,{OTHER_MOBILE}
一、总体情况
申请人(身份证号{OTHER_CITIZEN})的补贴已发放至卡号{OTHER_CARD},关于<{OTHER_MOBILE}>的通知,国办函[2020]109号。
二、主动公开政府信息情况
行政许可 | {OTHER_MOBILE} | ||
六、其他需要报告的事项
打印 {OTHER_MOBILE}
"""


@pytest.mark.parametrize("name", outputs.names())
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_output_shows_a_number(name: str, lang: str) -> None:
    """Frames, fixes, quotes and messages of every rule: none holds a number whole."""
    source = Source(REPORT, "a.txt")
    result = lint(source, Settings())
    rules = {it.rule for it in result.diagnostics}
    assert {"exposed-citizen-id", "exposed-bank-card", "exposed-mobile-number"} <= rules
    context = Context(lang=lang)._replace(mask=mask)
    shown = "".join(outputs.load(name).render([Checked(result, source)], context))
    assert not [it for it in (OTHER_CITIZEN, OTHER_MOBILE, OTHER_CARD) if it in shown]
