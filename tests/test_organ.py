"""Organs: what a name tells, which names agree, where a report names its own."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure_lint.reading import read_report
from disclosure_lint.report import Report
from disclosure_lint.source import Source
from disclosure_lint.topics.organ import (
    Place,
    organ_of,
    preamble_mentions,
    signature_mentions,
    title_mention,
)
from disclosure_lint.topics.organ_name import (
    Kind,
    Level,
    agree,
    is_operator,
    lacks_region,
    may_publish_for,
    read_organ,
)


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("青岩县云溪镇人民政府", Kind.GOVERNMENT, Level.TOWNSHIP),
        ("云溪镇", Kind.REGION, Level.TOWNSHIP),
        ("东乡苏木人民政府", Kind.GOVERNMENT, Level.TOWNSHIP),
        ("甘泉区人民政府西街街道办事处", Kind.STREET, Level.STREET),
        ("西街办事处", Kind.STREET, Level.STREET),
        ("新区街道", Kind.STREET, Level.STREET),
        ("青岩县人民政府", Kind.GOVERNMENT, Level.COUNTY),
        ("青岩县人民政府办公室", Kind.OFFICE, Level.COUNTY),
        ("青岩县乡村振兴局", Kind.DEPARTMENT, Level.COUNTY),
        ("县乡村振兴局", Kind.DEPARTMENT, Level.COUNTY),
        ("临川市水务局", Kind.DEPARTMENT, Level.MUNICIPAL),
        ("市民政局", Kind.DEPARTMENT, Level.MUNICIPAL),
        ("临川市人民政府", Kind.GOVERNMENT, Level.MUNICIPAL),
        ("临川市明义市财政局", Kind.DEPARTMENT, Level.COUNTY),
        ("景德镇市人民政府", Kind.GOVERNMENT, Level.MUNICIPAL),
        ("盐城市城市管理局", Kind.DEPARTMENT, Level.MUNICIPAL),
        ("湖州市市场监督管理局", Kind.DEPARTMENT, Level.MUNICIPAL),
        ("临川市市中区教育局", Kind.DEPARTMENT, Level.COUNTY),
        ("甘泉省人民政府办公厅", Kind.OFFICE, Level.PROVINCE),
        ("内蒙古自治区人民政府", Kind.GOVERNMENT, Level.PROVINCE),
        ("上海市人民政府", Kind.GOVERNMENT, Level.PROVINCE),
        ("东乡族自治县财政局", Kind.DEPARTMENT, Level.COUNTY),
        ("青岩族自治州人民政府", Kind.GOVERNMENT, Level.PREFECTURE),
        ("国家税务总局临川市税务局", Kind.VERTICAL, Level.MUNICIPAL),
        ("临川海关", Kind.VERTICAL, None),
        ("临川高新技术产业开发区管理委员会", Kind.COMMITTEE, None),
        ("临川市中心医院", Kind.INSTITUTION, Level.MUNICIPAL),
        ("教育局", Kind.DEPARTMENT, None),
        ("张某", None, None),
        ("", None, None),
    ],
)
def test_read(name: str, kind: Kind | None, level: Level | None) -> None:
    organ = read_organ(name)
    assert (organ.kind if name else None, organ.level) == (kind, level)


@pytest.mark.parametrize(
    ("name", "makes"),
    [
        ("云溪镇人民政府", False),
        ("西街街道办事处", False),
        ("青岩县人民政府", False),
        ("青岩县水务局", False),
        ("临川市水务局", False),
        ("临川市人民政府", None),
        ("甘泉省人民政府", True),
        ("甘泉省水利厅", None),
        ("临川海关", None),
        ("临川高新区管委会", None),
    ],
)
def test_makes_regulations(name: str, *, makes: bool | None) -> None:
    assert read_organ(name).makes_regulations is makes


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("甘泉区人民政府西街街道办事处", "西街办事处", True),
        ("西街街道办事处", "东街办事处", False),
        ("前川区教育局", "区教体局", False),
        ("前川区教育体育局", "区教体局", True),
        ("临川市住房和城乡建设局", "市住建局", True),
        ("青岩县文化体育广电和旅游局", "县文体旅广局", True),
        ("青岩县发展和改革委员会", "发改委", True),
        ("青岩县水务局", "水利局", True),
        ("青岩县水务局", "青石县水务局", False),
        ("临川市青岩县水务局", "青岩县水务局", True),
        ("云溪镇人民政府", "青岩县云溪镇", True),
        ("云溪镇人民政府", "白石镇人民政府", False),
        ("青岩县人民政府办公室", "县政府办", True),
        ("东街街道", "政务服务管理局", False),
        ("鸭溪乡乡人民政府", "鸭溪乡", True),
    ],
)
def test_agree(one: str, other: str, *, same: bool) -> None:
    assert agree(read_organ(one), read_organ(other)) is same
    assert agree(read_organ(other), read_organ(one)) is same


@pytest.mark.parametrize(
    ("publisher", "organ", "may"),
    [
        ("青岩县人民政府", "云溪镇人民政府", True),
        ("县政府办公室", "青岩县水务局", True),
        ("信息公开办", "青岩县水务局", True),
        ("云溪镇综合执法队", "云溪镇人民政府", True),
        ("青岩县大数据局", "青岩县人民政府", True),
        ("青岩县财政局", "青岩县人民政府", True),
        ("青石县人民政府", "青岩县人民政府", False),
        ("青岩县财政局", "青岩县水务局", False),
        ("白石镇人民政府", "云溪镇人民政府", False),
    ],
)
def test_may_publish_for(publisher: str, organ: str, *, may: bool) -> None:
    assert may_publish_for(read_organ(publisher), read_organ(organ)) is may


def test_names_without_a_place() -> None:
    assert lacks_region("教育局")
    assert lacks_region("市民政局")
    assert not lacks_region("临川市民政局")
    assert not lacks_region("云溪镇")
    assert is_operator(read_organ("县政府信息公开办"))


def report(text: str) -> Report:
    return read_report(Source(text), None, date(2026, 6, 1))


BODY = "一、总体情况\n{}\n二、主动公开政府信息情况\n六、其他需要报告的事项\n无。\n{}"


@pytest.mark.parametrize(
    ("text", "name", "kind", "level"),
    [
        (
            "2023年云溪镇政府信息公开工作年度报告\n" + BODY.format("", ""),
            "云溪镇",
            Kind.REGION,
            Level.TOWNSHIP,
        ),
        (
            "云溪镇人民政府信息公开工作年度报告\n" + BODY.format("", ""),
            "云溪镇人民政府",
            Kind.GOVERNMENT,
            Level.TOWNSHIP,
        ),
        (
            "名 称 | 临川市水务局2023年政府信息公开工作年度报告 |\n" + BODY.format("", ""),
            "临川市水务局",
            Kind.DEPARTMENT,
            Level.MUNICIPAL,
        ),
        (
            "按条例要求,现公布青岩县民政局2023年度报告。\n" + BODY.format("", ""),
            "青岩县民政局",
            Kind.DEPARTMENT,
            Level.COUNTY,
        ),
        (
            BODY.format("2023年,工作有序开展。", "云溪镇人民政府\n2024年1月16日"),
            "云溪镇人民政府",
            Kind.GOVERNMENT,
            Level.TOWNSHIP,
        ),
        (
            BODY.format("2023年以来,青水乡按照县委县政府要求推进公开。", ""),
            "青水乡",
            Kind.REGION,
            Level.TOWNSHIP,
        ),
        (
            "来源:云溪镇人民政府\n" + BODY.format("", ""),
            "云溪镇人民政府",
            Kind.GOVERNMENT,
            Level.TOWNSHIP,
        ),
        (BODY.format("2023年,我镇公开信息30条。", ""), "", Kind.REGION, Level.TOWNSHIP),
        (BODY.format("2023年,本街道公开信息30条。", ""), "", Kind.STREET, Level.STREET),
    ],
)
def test_organ_of(text: str, name: str, kind: Kind, level: Level) -> None:
    organ = organ_of(report(text))
    assert organ is not None
    assert (organ.name, organ.kind, organ.level) == (name, kind, level)


@pytest.mark.parametrize(
    "body", ["2023年,工作有序开展。", "2023年,我镇和我局公开信息30条。", "按照各部门要求公开信息。"]
)
def test_organ_unknown(body: str) -> None:
    assert organ_of(report(BODY.format(body, ""))) is None


def test_spans_of_mentions() -> None:
    text = (
        "青岩县水务局 2023年政府信息公开工作年度报告\n现将青岩县水务局2023年度报告公布如下。\n"
        + BODY.format("", "青岩县水务局 2024年1月16日")
    )
    it = report(text)
    found = [*title_mention(it), *preamble_mentions(it), *signature_mentions(it)]
    assert [mention.place for mention in found] == [Place.TITLE, Place.PREAMBLE, Place.SIGNATURE]
    assert [it.source.slice(mention.span) for mention in found] == ["青岩县水务局"] * 3
