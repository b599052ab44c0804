"""Index numbers: parts, forms, check characters; the worked examples of the two standards."""

from __future__ import annotations

import pytest

from disclosure_lint.topics.index_number import (
    credit_check,
    is_credit_code,
    is_dummy,
    is_organisation_code,
    is_standard,
    organisation_check,
    split_index,
)


@pytest.mark.parametrize(
    "code", ["014416330", "01527918X", "00835003X", "736009120", "MB0523338", "K45899617"]
)
def test_organisation_check(code: str) -> None:
    assert organisation_check(code) == code[-1]
    assert is_organisation_code(code)


@pytest.mark.parametrize(
    ("code", "wanted"), [("014416331", "0"), ("MB0523339", "8"), ("015279180", "X")]
)
def test_organisation_check_fails(code: str, wanted: str) -> None:
    assert organisation_check(code) == wanted != code[-1]


@pytest.mark.parametrize("code", ["620702078", "620702081", "035210000", "0142768-8", "12345678"])
def test_no_organisation_code(code: str) -> None:
    """District and unit number, round local numbers, other lengths: never checked."""
    assert not is_organisation_code(code)


@pytest.mark.parametrize(
    "code",
    [
        "11330723736009120E",
        "12620600MB0523338C",
        "11370322004222241N",
        "11341702486344515H",
        "1137078555222300XQ",
        "91350100M000100Y43",
    ],
)
def test_credit_check(code: str) -> None:
    assert is_credit_code(code)
    assert credit_check(code) == code[-1]
    changed = ("8" if code[3] == "7" else "7").join([code[:3], code[4:]])
    assert credit_check(changed) != code[-1], "one wrong digit is always seen"


@pytest.mark.parametrize(
    "code", ["11330723736009120e", "1133072373600912OE", "1133072373600912", ""]
)
def test_no_credit_code(code: str) -> None:
    assert not is_credit_code(code)


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("620702078/2024-00002", True),
        ("01441633X/2018-04736", True),
        ("11330723736009120E/2021-242240", True),
        ("11341702486344515H/202110-00013", True),
        ("01527918X-2020-153077", False),
        ("kysrmzf/2026-00017", False),
        ("0142768-8/2022-00185", False),
        ("3212000002/2018-354983", False),
        ("11330723736009120e/2021-242240", False),
    ],
)
def test_is_standard(text: str, *, standard: bool) -> None:
    assert is_standard(text) is standard


@pytest.mark.parametrize(
    ("text", "dummy"),
    [
        ("000000001/2021-00151", True),
        ("00000001/2018-00042", True),
        ("234234234444444444/2024-00001", True),
        ("123123123/2024-00001", True),
        ("111111111/2024-00001", True),
        ("null02D/01A/D3C20190807", True),
        ("undefined", True),
        ("620702078/2024-00000", True),
        ("620702078/2024-00002", False),
        ("035210000/2025-00016", False),
        ("3212000002/2018-354983", False),
        ("00835003X/2015-00018", False),
        ("11330000002482031X/2021-00010", False),
        ("QZ10106-2500-2009-00022", False),
    ],
)
def test_is_dummy(text: str, *, dummy: bool) -> None:
    assert is_dummy(text) is dummy


def test_parts() -> None:
    parts = split_index("11341702486344515H/202110-00013")
    assert parts == ("11341702486344515H", 2021, "00013")
    assert split_index("01527918X-2020-153077") == ("01527918X", 2020, "153077")
    assert split_index("QZ10106-2500-2009-00022") is None
