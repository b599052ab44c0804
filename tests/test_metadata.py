"""The head of a page in every shape that was seen: which entries are read, and where they stand."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure_lint.metadata import says_nothing
from disclosure_lint.reading import read_report
from disclosure_lint.report import Field, Report
from disclosure_lint.source import Source, Span

BODY = "\n一、总体情况\n2023年,本镇公开信息30条。\n二、主动公开政府信息情况\n"
TITLE = "云溪镇2023年政府信息公开工作年度报告\n"
Entries = list[tuple[str, str, str]]


def read(head: str) -> Report:
    return read_report(Source(head + BODY), None, date(2026, 6, 1))


SHAPES: dict[str, tuple[str, Entries]] = {
    "none": (TITLE, []),
    "pipe rows, plain keys, blanks dropped": (
        (
            "索引号 | 620702078/2024-00002 | 发文字号 | 号 |\n"
            "关键词 | 发布机构 | 云溪镇 | |\n"
            "公开形式 | 责任部门 | ||\n"
            "生成日期 | 2024-01-11 09:51:00 | 是否有效 |"
        ),
        [
            ("index_number", "索引号", "620702078/2024-00002"),
            ("document_number", "发文字号", "号"),
            ("keywords", "关键词", ""),
            ("publisher", "发布机构", "云溪镇"),
            ("form", "公开形式", ""),
            ("owner", "责任部门", ""),
            ("created", "生成日期", "2024-01-11 09:51:00"),
            ("validity", "是否有效", ""),
        ],
    ),
    "pipe rows, spaced keys": (
        "索 引 号 | 01-9/2021-00012 | 分 类 | 其他 |\n索  引  号 | 1 |",
        [
            ("index_number", "索 引 号", "01-9/2021-00012"),
            ("category", "分 类", "其他"),
            ("index_number", "索  引  号", "1"),
        ],
    ),
    "pipe rows, keys with a colon": (
        "索 引 号: | 2342/2024-1 | 生成日期: | 2024-01-05 |",
        [("index_number", "索 引 号", "2342/2024-1"), ("created", "生成日期", "2024-01-05")],
    ),
    "key and value in one cell": (
        "索引号:620702078/2024-00002 | 发布日期：2024-01-05 |",
        [
            ("index_number", "索引号", "620702078/2024-00002"),
            ("published", "发布日期", "2024-01-05"),
        ],
    ),
    "leading pipe": (
        "| 来 源 | 青水乡 | ||\n| 名 称 | |||\n| 文 号 | 〔〕号 | 有 效 性 | |",
        [
            ("origin", "来 源", "青水乡"),
            ("name", "名 称", ""),
            ("document_number", "文 号", "〔〕号"),
            ("validity", "有 效 性", ""),
        ],
    ),
    "grid with blanks kept": (
        "| 关键词 |  | 发布机构 | 云溪镇 |",
        [("keywords", "关键词", ""), ("publisher", "发布机构", "云溪镇")],
    ),
    "tabs": (
        "索引号\t620702078/2024-00002\t发布机构\t云溪镇",
        [("index_number", "索引号", "620702078/2024-00002"), ("publisher", "发布机构", "云溪镇")],
    ),
    "keys in one row, values in the next": (
        "索引号 | 公开方式 | 发布机构 |\n1/2 | 主动公开 | 云溪镇 |",
        [
            ("index_number", "索引号", "1/2"),
            ("form", "公开方式", "主动公开"),
            ("publisher", "发布机构", "云溪镇"),
        ],
    ),
    "keys and values parted by blanks": (
        (
            "索引号 620702074/2024-00047 发文字号 云溪镇2023年度报告号\n"
            "关键词 发布机构 政务服务管理局\n公开形式 责任部门\n生成日期 2024-01-26 15:35:23 是否有效"
        ),
        [
            ("index_number", "索引号", "620702074/2024-00047"),
            ("document_number", "发文字号", "云溪镇2023年度报告号"),
            ("keywords", "关键词", ""),
            ("publisher", "发布机构", "政务服务管理局"),
            ("form", "公开形式", ""),
            ("owner", "责任部门", ""),
            ("created", "生成日期", "2024-01-26 15:35:23"),
            ("validity", "是否有效", ""),
        ],
    ),
    "one line of date, source and buttons": (
        "发布时间:2024-01-09 11:04 来源:青岩县财政局 字体:[ 大 中 小 ] 打印",
        [("published", "发布时间", "2024-01-09 11:04"), ("origin", "来源", "青岩县财政局")],
    ),
    "several entries a line, some empty": (
        "文 号: 关键字: 信息,公开",
        [("document_number", "文 号", ""), ("keywords", "关键字", "信息,公开")],
    ),
    "bullets": (
        "• 索 引 号:QZ10106-2500-2009-00022\n    • 备注/文号:青林〔2009〕9号\n    • 发布机构:青岩县林业局",
        [
            ("index_number", "索 引 号", "QZ10106-2500-2009-00022"),
            ("document_number", "备注/文号", "青林〔2009〕9号"),
            ("publisher", "发布机构", "青岩县林业局"),
        ],
    ),
    "key and value on alternate lines": (
        "撰写时间\n2024年01月12日 17:12:21\n来源\n青水镇\n访问量:\n",
        [
            ("created", "撰写时间", "2024年01月12日 17:12:21"),
            ("origin", "来源", "青水镇"),
            ("views", "访问量", ""),
        ],
    ),
    "values only": (
        "11330723736009120E/2018-04367\n云溪镇\n2018-01-08\n主动公开",
        [
            ("index_number", "", "11330723736009120E/2018-04367"),
            ("published", "", "2018-01-08"),
        ],
    ),
    "a date alone": ("(2023-01-06)", [("published", "", "2023-01-06")]),
    "a date glued to the next key": (
        "2022年01月18日来源:1",
        [("published", "", "2022年01月18日"), ("origin", "来源", "1")],
    ),
    "keys in brackets": (
        "【索引号】620702078/2024-00002 【发布机构】云溪镇",
        [("index_number", "索引号", "620702078/2024-00002"), ("publisher", "发布机构", "云溪镇")],
    ),
    "full width": (
        "发布日期：２０２４－０１－０５　　来源：云溪镇",
        [("published", "发布日期", "２０２４－０１－０５"), ("origin", "来源", "云溪镇")],
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes(shape: str) -> None:
    head, wanted = SHAPES[shape]
    report = read(head)
    assert [(entry.key, entry.label, entry.value) for entry in report.metadata] == wanted
    for entry in report.metadata:
        assert report.source.slice(entry.span) == entry.value
        assert report.source.slice(entry.label_span) == entry.label


@pytest.mark.parametrize("shape", SHAPES)
def test_title_before_or_after(shape: str) -> None:
    head, wanted = SHAPES[shape]
    for text in (TITLE + head, head + "\n" + TITLE):
        report = read(text)
        assert report.title == "云溪镇2023年政府信息公开工作年度报告"
        assert [(entry.key, entry.label, entry.value) for entry in report.metadata] == wanted


@pytest.mark.parametrize(
    "line",
    [
        "本报告自2023年1月1日起至2023年12月31日止,按照条例编制。",
        "当前位置: 首页>政务公开>政府信息公开年报",
        "分类公开信息30条,来源可靠,时效性强,本镇严格落实发布审查制度,做到应公开尽公开。",
        "时间紧、任务重。",
        "2023年1月1日至12月31日",
    ],
)
def test_words_are_no_metadata(line: str) -> None:
    assert read(TITLE + line).metadata == ()


def test_value_on_the_next_line_is_near() -> None:
    """A lone key does not reach over a paragraph for its value, nor take the title."""
    report = read("浏览次数:\n" + TITLE + "本报告按照条例编制,由六个部分组成。\n(2024-01-05)")
    assert [(entry.key, entry.value) for entry in report.metadata] == [
        ("views", ""),
        ("published", "2024-01-05"),
    ]


@pytest.mark.parametrize(
    ("key", "value", "nothing"),
    [
        ("publisher", "", True),
        ("publisher", "请选择", True),
        ("publisher", "无", True),
        ("publisher", "云溪镇", False),
        ("document_number", "无", False),
        ("document_number", "/", False),
        ("origin", "1", True),
        ("category", "NULL", True),
        ("category", "其他", False),
        ("views", "人次", True),
        ("views", "0", False),
    ],
)
def test_says_nothing(key: str, value: str, *, nothing: bool) -> None:
    field = Field(key, "项目", Span(0, 2), value, Span(3, 3 + len(value)))
    assert says_nothing(field) is nothing
