"""The rules about sections on whole reports: one fault planted, exactly its finding comes, nothing else."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from conftest import FIXTURES
from disclosure_lint.config import Settings
from disclosure_lint.diagnostic import Applicability, Diagnostic, Severity
from disclosure_lint.edition import load_editions
from disclosure_lint.engine import lint, read
from disclosure_lint.opening import numeral
from disclosure_lint.report import Prose
from disclosure_lint.source import Source, Span
from disclosure_lint.syntax import LineKind
from disclosure_lint.text import fold
from disclosure_lint.topics.arrangement import displaced, missing, renamed
from disclosure_lint.topics.enumeration import Style, breaks, chinese, ordinals
from disclosure_lint.topics.partlist import list_parts
from disclosure_lint.topics.periods import stated_periods
from disclosure_lint.words import words

REPORTS = FIXTURES / "reports"
CLEAN_2021 = (REPORTS / "clean-2021.txt").read_text("utf-8")
CLEAN_2019 = (REPORTS / "clean-2019.txt").read_text("utf-8")
SETTINGS = Settings(select=("section", "missing-table"), today=date(2026, 6, 30))

Edit = Callable[[str], str]


def section_text(text: str, number: str) -> str:
    """Return heading and content of a section, up to the next heading."""
    starts = [
        match.start() for match in re.finditer(r"^[一二三四五六]、[^|\n]*$", text, re.MULTILINE)
    ]
    start = next(at for at in starts if text.startswith(f"{number}、", at))
    end = min((at for at in starts if at > start), default=len(text))
    return text[start:end]


def heading(text: str, number: str) -> str:
    return section_text(text, number).partition("\n")[0]


def swap(one: str, other: str) -> Edit:
    def edit(text: str) -> str:
        first, second = section_text(text, one), section_text(text, other)
        return text.replace(first, "\0").replace(second, first).replace("\0", second)

    return edit


def move(number: str, before: str) -> Edit:
    def edit(text: str) -> str:
        moved = section_text(text, number)
        rest = text.replace(moved, "")
        return rest.replace(heading(rest, before), moved + heading(rest, before))

    return edit


def drop_heading(number: str) -> Edit:
    return lambda text: text.replace(heading(text, number) + "\n", "")


def drop(number: str) -> Edit:
    return lambda text: text.replace(section_text(text, number), "")


def fill(number: str, content: str) -> Edit:
    def edit(text: str) -> str:
        return text.replace(section_text(text, number), heading(text, number) + "\n" + content)

    return edit


def put(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(text: str) -> str:
        for one in edits:
            text = one(text)
        return text

    return edit


def found(text: str) -> tuple[Diagnostic, ...]:
    return lint(Source(text), SETTINGS).diagnostics


@dataclass(frozen=True)
class Case:
    """An edit of a clean report, and what it must yield: rule, severity, the words reported."""

    name: str
    edit: Edit
    expected: tuple[tuple[str, str, str], ...]
    clean: str = CLEAN_2021


PROBLEMS = "存在的主要问题及改进情况"
OTHER = "其他需要报告的事项"
SUITS = "政府信息公开行政复议、行政诉讼情况"
PERIOD = "2023年1月1日起至2023年12月31日"
FEE = "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》"
PARTS = "收到和处理政府信息公开申请情况、"

CASES = (
    Case("clean", put("云溪镇", "云溪镇"), ()),
    Case("clean 2019", put("林业局", "林业局"), (), CLEAN_2019),
    # missing-section
    Case("heading dropped", drop_heading("五"), (("missing-section", "error", f"六、{OTHER}"),)),
    Case(
        "first heading dropped",
        drop_heading("一"),
        (("missing-section", "error", "二、主动公开政府信息情况"),),
    ),
    Case(
        "section dropped at the end",
        drop("六"),
        (("missing-section", "error", "2.运用图表和视频解读政策，让群众看得懂。"),),
    ),
    Case(
        "two sections dropped are one finding",
        both(drop("三"), drop("四")),
        (("missing-section", "error", f"五、{PROBLEMS}"),),
    ),
    Case(
        "two sections dropped in two places",
        both(drop("二"), drop("五")),
        (
            ("missing-section", "error", "三、收到和处理政府信息公开申请情况"),
            ("missing-section", "error", f"六、{OTHER}"),
        ),
    ),
    Case("cut short in a table", lambda text: text[: text.index("6.属于四类") + 20], ()),
    # misordered-section
    Case("swapped", swap("三", "四"), (("misordered-section", "error", f"四、{SUITS}"),)),
    Case(
        "swapped at the end", swap("五", "六"), (("misordered-section", "error", f"六、{OTHER}"),)
    ),
    Case("moved far up", move("五", "二"), (("misordered-section", "error", f"五、{PROBLEMS}"),)),
    Case(
        "moved far down",
        move("二", "六"),
        (("misordered-section", "error", "二、主动公开政府信息情况"),),
    ),
    Case(
        "swapped and numbered in order",
        both(
            swap("五", "六"),
            put(f"六、{OTHER}", f"五、{OTHER}"),
            put(f"五、{PROBLEMS}", f"六、{PROBLEMS}"),
        ),
        (("misordered-section", "error", f"五、{OTHER}"),),
    ),
    # altered-section-title
    Case(
        "alias",
        put(PROBLEMS + "\n", "存在的问题和改进措施\n"),
        (("altered-section-title", "warning", "存在的问题和改进措施"),),
    ),
    Case(
        "mark lost",
        put(f"四、{SUITS}", f"四、{SUITS.replace('、', '')}"),
        (("altered-section-title", "info", SUITS.replace("、", "")),),
    ),
    Case(
        "words before the title",
        put("五、存在", "五、政府信息公开工作存在"),
        (("altered-section-title", "info", "政府信息公开工作" + PROBLEMS),),
    ),
    Case(
        "misspelt",
        put("一、总体情况", "一、总休情况"),
        (("altered-section-title", "warning", "总休情况"),),
    ),
    Case(
        "other words under the number that is missing",
        put(f"五、{PROBLEMS}", "五、下一步工作打算"),
        (("altered-section-title", "warning", "下一步工作打算"),),
    ),
    Case("blanks and width", put(f"五、{PROBLEMS}", "　五、 存在的主要问题及改进情况："), ()),
    # repeated-section
    Case(
        "heading doubled",
        put(f"五、{PROBLEMS}\n", f"五、{PROBLEMS}\n五、{PROBLEMS}\n"),
        (("repeated-section", "error", f"五、{PROBLEMS}"),),
    ),
    Case(
        "heading doubled, a page of blank lines between",
        put(f"五、{PROBLEMS}\n", f"五、{PROBLEMS}\n" + " \n" * 400 + f"五、{PROBLEMS}\n"),
        (("repeated-section", "error", f"五、{PROBLEMS}"),),
    ),
    Case(
        "section doubled",
        lambda text: text.replace(f"六、{OTHER}", section_text(text, "五") + f"六、{OTHER}"),
        (("repeated-section", "error", f"五、{PROBLEMS}"),),
    ),
    # misnumbered-section
    Case(
        "wrong numeral",
        put(f"五、{PROBLEMS}", f"三、{PROBLEMS}"),
        (("misnumbered-section", "warning", "三、"),),
    ),
    Case(
        "figure for a numeral",
        put(f"五、{PROBLEMS}", f"5.{PROBLEMS}"),
        (("misnumbered-section", "warning", "5."),),
    ),
    Case(
        "no numbers at all",
        lambda text: re.sub(r"^[一二三四五六]、(?=[^|\n]*$)", "", text, flags=re.MULTILINE),
        (("misnumbered-section", "warning", "总体情况"),),
    ),
    Case(
        "unknown section, the rest numbered on",
        both(
            put(f"六、{OTHER}", f"七、{OTHER}"),
            put(f"七、{OTHER}", f"六、2024年工作思路\n继续做好公开工作。\n七、{OTHER}"),
        ),
        (("unknown-section", "info", "六、2024年工作思路"),),
    ),
    Case(
        "unknown section at the end",
        lambda text: text + "七、附件\n略。\n",
        (("unknown-section", "info", "七、附件"),),
    ),
    # empty-section, bare-other-matters
    Case("overview empty", fill("一", ""), (("empty-section", "error", "一、总体情况"),)),
    Case("problems empty", fill("五", ""), (("empty-section", "error", f"五、{PROBLEMS}"),)),
    Case("table section empty", fill("四", ""), (("missing-table", "error", SUITS),)),
    Case(
        "other matters empty", fill("六", ""), (("bare-other-matters", "warning", f"六、{OTHER}"),)
    ),
    Case(
        "other matters empty before the signature",
        fill("六", "青岩县云溪镇人民政府\n2024年1月16日\n"),
        (("bare-other-matters", "warning", f"六、{OTHER}"),),
    ),
    Case(
        "tables gone everywhere",
        both(fill("二", ""), fill("三", ""), fill("四", "")),
        (("missing-table", "error", "主动公开政府信息情况"),),
    ),
    # section one
    Case(
        "aspects missing",
        fill(
            "一",
            "2023年，云溪镇主动公开政府信息96条，收到申请3件。未发生考核、评议问题，没有责任追究情形。\n",
        ),
        (("missing-aspect", "warning", "总体情况"),),
    ),
    Case(
        "no figures",
        lambda text: text.replace(
            section_text(text, "一"), re.sub(r"\d+[条件个处次]", "若干", section_text(text, "一"))
        ),
        (("overview-without-figures", "warning", "总体情况"),),
    ),
    Case(
        "no review results",
        put("社会评议总体满意，", ""),
        (("missing-review-results", "info", "青岩县云溪镇人民政府"),),
    ),
    Case(
        "no review results of a county",
        both(
            put("社会评议总体满意，", ""), put("青岩县云溪镇人民政府2023年", "青岩县人民政府2023年")
        ),
        (("missing-review-results", "warning", "青岩县人民政府"),),
    ),
    Case(
        "a department has none to give",
        both(put("社会评议总体满意，", ""), put("云溪镇人民政府2023年", "水务局2023年")),
        (),
    ),
    # section five
    Case(
        "nothing said", fill("五", "无。\n"), (("missing-problem-or-measure", "error", PROBLEMS),)
    ),
    Case(
        "no measure",
        fill("五", "一是公开不够及时。二是解读有待加强。\n"),
        (("missing-problem-or-measure", "error", PROBLEMS),),
    ),
    Case(
        "no problem",
        fill("五", "下一步，云溪镇将继续加强公开工作，提高工作水平。\n"),
        (("missing-problem-or-measure", "error", PROBLEMS),),
    ),
    Case(
        "measures taken count", fill("五", "针对上年公开不及时的问题，已建立台账，按月检查。\n"), ()
    ),
    Case(
        "fewer measures",
        put("2.运用图表和视频解读政策，让群众看得懂。\n", ""),
        (("unpaired-problem", "info", PROBLEMS),),
    ),
    # section six
    Case(
        "no fee statement",
        fill("六", "无其他需要报告的事项。\n"),
        (("missing-fee-statement", "warning", OTHER),),
    ),
    Case(
        "fee statement in section one",
        both(
            fill("六", "无其他需要报告的事项。\n"), put("办结3件，", "办结3件，未收取信息处理费，")
        ),
        (("missing-fee-statement", "info", "未收取信息处理费"),),
    ),
    Case(
        "amount without notices",
        put("本年度未收取信息处理费", "本年度收取信息处理费380元"),
        (("incomplete-fee-statement", "info", "380元"),),
    ),
    Case(
        "amount and notices",
        put("本年度未收取信息处理费", "本年度发出收费通知1件，收取信息处理费380元"),
        (),
    ),
    Case(
        "wrong words of the fee", put("本年度未收取信息处理费", "本年度没有产生信息公开处理费"), ()
    ),
    Case("no fee in 2019", fill("六", "无。\n"), (), CLEAN_2019),
    Case(
        "fee in 2020",
        put("2019年", "2020年"),
        (("missing-fee-statement", "info", OTHER),),
        CLEAN_2019,
    ),
    # the preamble
    Case("parts not listed", put(PARTS, ""), (("wrong-part-count", "warning", "六个部分"),)),
    Case(
        "parts miscounted",
        put("等六个部分", "等五部分"),
        (("wrong-part-count", "warning", "五部分"),),
    ),
    Case(
        "period of last year",
        put(PERIOD, PERIOD.replace("2023", "2022")),
        (("wrong-period", "error", PERIOD.replace("2023", "2022")),),
    ),
    Case(
        "period reversed",
        put(PERIOD, "2023年1月1日起至2022年12月31日"),
        (("wrong-period", "error", "2023年1月1日起至2022年12月31日"),),
    ),
    Case(
        "period of months",
        put(PERIOD, "2023年1月1日起至11月30日"),
        (("wrong-period", "error", "2023年1月1日起至11月30日"),),
    ),
    Case("period without the second year", put(PERIOD, "2023年1月1日—12月31日"), ()),
    Case("period that lost its digits", put(PERIOD, "202311日起至20231231日"), ()),
    Case(
        "no period",
        put(f"本报告所列数据的统计期限自{PERIOD}止。", ""),
        (("wrong-period", "info", "编制"),),
    ),
    # numbers
    Case(
        "clause skipped",
        put("（四）政府信息公开平台", "（五）政府信息公开平台"),
        (("broken-enumeration", "warning", "（五）"), ("broken-enumeration", "warning", "（五）")),
    ),
    Case(
        "series skipped",
        put("二是工作人员", "三是工作人员"),
        (("broken-enumeration", "warning", "三是"),),
        CLEAN_2019,
    ),
    Case(
        "levels mixed",
        put("（三）政府信息管理", "3.政府信息管理"),
        (("skipped-heading-level", "info", "3."),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    text = case.edit(case.clean)
    reported = tuple((it.rule, str(it.severity), text[slice(*it.span)]) for it in found(text))
    assert reported == case.expected


def test_cases_cover_every_rule() -> None:
    rules = {rule for case in CASES for rule, _, _ in case.expected}
    folder = FIXTURES.parent / "src" / "disclosure_lint" / "rules" / "section"
    ids = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--"}
    assert ids - rules == {"overlong-overview"}


def test_overlong_overview_needs_a_limit() -> None:
    settings = Settings(select=("overlong-overview",), rules={"overlong-overview": {"limit": 100}})
    assert [it.rule for it in lint(Source(CLEAN_2021), settings).diagnostics] == [
        "overlong-overview"
    ]
    assert not lint(Source(CLEAN_2021), Settings(select=("overlong-overview",))).diagnostics


def test_a_whole_copy_is_one_finding() -> None:
    rules = [it.rule for it in found(CLEAN_2021 + CLEAN_2021) if it.group == "section"]
    assert rules == ["repeated-section"]


def test_a_piece_lacks_nothing() -> None:
    for number in "一二三四五六":
        assert not found(section_text(CLEAN_2021, number)), number


def test_old_reports_have_no_fixed_sections() -> None:
    text = "云溪镇2016年政府信息公开年度报告\n一、概述\n2016年公开信息61条。\n二、收费情况\n无。\n五、下一步打算\n加强培训。\n"
    (topics,) = found(text)
    assert (topics.rule, topics.severity) == ("missing-section", Severity.WARNING)


# Numbers, marks and titles are mended without being asked; words of one's own only on request.
FIXES = (
    (put(f"五、{PROBLEMS}", f"5. {PROBLEMS}"), Applicability.SAFE),
    (put(f"五、{PROBLEMS}", f"（五）{PROBLEMS}"), Applicability.SAFE),
    (put(f"五、{PROBLEMS}", "五、存在问题及改进措施"), Applicability.SAFE),
    (put("一、总体情况", "一、总休情况"), Applicability.SAFE),
    (put(f"五、{PROBLEMS}", "五、下一步工作打算"), Applicability.SUGGESTION),
    (
        lambda text: re.sub(r"^[一二三四五六]、(?=[^|\n]*$)", "", text, flags=re.MULTILINE),
        Applicability.SAFE,
    ),
)


@pytest.mark.parametrize(("edit", "applicability"), FIXES)
def test_a_fix_gives_back_the_form(edit: Edit, applicability: Applicability) -> None:
    text = edit(CLEAN_2021)
    (diagnostic,) = found(text)
    fix = diagnostic.finding.fix
    assert fix is not None
    assert fix.applicability is applicability
    for span, content in sorted(fix.edits, reverse=True):
        text = text[: span.start] + content + text[span.end :]
    assert text == CLEAN_2021


def prose(text: str) -> tuple[Prose, ...]:
    paragraphs = []
    at = 0
    for line in text.split("\n"):
        paragraphs.append(Prose(line, Span(at, at + len(line)), LineKind.TEXT, None))
        at += len(line) + 1
    return tuple(paragraphs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是甲。二是乙；三是丙。", []),
        ("一是甲。二是乙。四是丁。", ["四是"]),
        ("一是甲。二是乙。二是丙。", ["二是"]),
        ("一是甲。二是乙。一是丙。二是丁。", []),
        ("一是甲：一是子；二是丑。二是乙。三是丙。", []),
        ("一是甲：一是子；二是丑；三是寅。\n二是乙。\n三是丙。", []),
        ("统一是关键。之二是补充。", []),
        ("（一）甲\n1.子\n2.丑\n（二）乙\n1.子\n2.丑", []),
        ("（一）甲\n1.子\n3.丑\n（二）乙", ["3."]),
        ("(二)乙\n(三)丙", []),
        ("(一)甲\n2.乙\n(三)丙", ["(三)"]),
        ("1.5万人\n2023.年\n3.1版", []),
        ("一、甲\n三、丙", ["三、"]),
    ],
)
def test_breaks(text: str, expected: list[str]) -> None:
    assert [it.ordinal.text for it in breaks(ordinals(prose(text)))] == expected


def test_a_number_of_another_style_stands_in() -> None:
    (broken,) = breaks(ordinals(prose("(一)甲\n2.乙\n(三)丙")))
    assert broken.mixed
    assert broken.mixed.style is Style.ITEM
    (broken,) = breaks(ordinals(prose("(一)甲\n1.子\n2.丑\n(三)丙")))
    assert broken.mixed is None


def test_numbers_in_characters() -> None:
    assert [chinese(value) for value in (1, 10, 11, 20, 34)] == [
        "一",
        "十",
        "十一",
        "二十",
        "三十四",
    ]
    assert all(numeral(chinese(value)) == value for value in range(1, 100))


def order(text: str) -> list[str]:
    return [bound.section.number for bound, _ in displaced(read(Source(text)))]


def test_arrangement_names_the_fewest() -> None:
    assert order(CLEAN_2021) == []
    assert order(swap("二", "三")(CLEAN_2021)) == ["三"]
    assert order(move("六", "一")(CLEAN_2021)) == ["六"]
    assert order(both(swap("一", "二"), swap("五", "六"))(CLEAN_2021)) == ["二", "六"]


def test_renamed_sections_are_not_missing() -> None:
    report = read(Source(put(f"五、{PROBLEMS}", "五、下一步工作打算")(CLEAN_2021)))
    assert [form.number for _, form in renamed(report)] == ["五"]
    assert missing(report) == ()


@pytest.mark.parametrize(
    ("before", "after", "least", "most"),
    [
        ("本报告由总体情况、主动公开政府信息情况等", "组成。", 2, 2),
        ("包括总体情况,公开的内容、存在的主要问题改进措施", "。", 2, 3),
        ("由总体情况、政府信息公开行政复议与行政诉讼情况、其他需要报告的事项等", "组成", 3, 3),
        ("我镇从", "说明:总体情况,行政工作,其他需要报告的事项。", 2, 3),
        ("根据《政府信息公开条例》,由总体情况和其他需要报告的事项", "组成", 2, 2),
    ],
)
def test_list_of_parts(before: str, after: str, least: int, most: int) -> None:
    parts = list_parts(fold(before), fold(after), load_editions()[0])
    assert parts
    assert (parts.least, parts.most) == (least, most)


def test_no_list_of_parts() -> None:
    form = load_editions()[0]
    assert list_parts("本报告按条例编制,由", "组成", form) is None
    assert list_parts("从主动公开情况、依申请公开情况、平台建设情况", "推进", form) is None


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("统计期限自2023年1月1日起至2023年12月31日止。", (2023, 1, 1), (2023, 12, 31)),
        ("数据期限为2023 年 1 月 1 日—12 月 31 日。", (2023, 1, 1), (2023, 12, 31)),
        ("期限自2023年1月1日起，至12月31日。", (2023, 1, 1), (2023, 12, 31)),
        ("现将2023年1月1日到12月31日的情况报告如下。", (2023, 1, 1), (2023, 12, 31)),
        ("统计期限为2022年3月1日至2024年2月1日。", (2022, 3, 1), (2024, 2, 1)),
    ],
)
def test_periods(sentence: str, first: tuple[int, ...], last: tuple[int, ...]) -> None:
    report = read(Source(f"云溪镇2023年政府信息公开工作年度报告\n{sentence}\n一、总体情况\n略。\n"))
    assert [(it.first, it.last) for it in stated_periods(report)] == [(first, last)]


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年5月1日至6月30日开展专项行动。",
        "公示期限自2023年5月1日至6月30日。",
        "本报告公布的专项行动数据自2023年1月1日至6月30日开展专项统计。",
        "全年2023年工作平稳。",
    ],
)
def test_no_periods(sentence: str) -> None:
    report = read(Source(f"云溪镇2023年政府信息公开工作年度报告\n一、总体情况\n{sentence}\n"))
    assert list(stated_periods(report)) == []


DICTIONARIES = ("overview", "problems", "fees", "periods", "parts")


def lists(value: object) -> list[list[str]]:
    """Return every list of words in a dictionary."""
    if isinstance(value, dict):
        return [found for item in value.values() for found in lists(item)]
    if isinstance(value, list) and value and isinstance(value[0], str):
        return [value]
    return [found for item in value for found in lists(item)] if isinstance(value, list) else []


@pytest.mark.parametrize("name", DICTIONARIES)
def test_words_are_folded_and_unique(name: str) -> None:
    text = (FIXTURES.parent / "grammar" / "words" / f"{name}.toml").read_text("utf-8")
    assert lists(tomllib.loads(text)) == lists(words(name))
    for entries in lists(words(name)):
        assert entries == [fold(entry) for entry in entries]
        assert len(entries) == len(set(entries))


def test_official_titles_name_no_problem_but_the_label() -> None:
    """What the form itself says about section five must not count as something said there."""
    label = words("problems")["label"]
    for edition in load_editions():
        title = next(it.title for it in edition.sections if it.key == "problems")
        rest = title
        for word in label:
            rest = rest.replace(word, "")
        assert rest == ""


@pytest.mark.parametrize(
    "write",
    [
        lambda number, title: f"??{number}、{title}",
        lambda number, title: f"· {number}、{title}",
        lambda number, title: f"【{number}、{title}】",
        lambda number, title: f"{number}、\n{title}",
        lambda number, title: f"{number} {title}",
        lambda number, title: f"{number}）{title}",
        lambda number, title: f"★{number}、{title}",
        lambda number, title: f"“{number}、{title}”",
        lambda number, title: f"{number}：{title}",
        lambda number, title: f"第{number}章 {title}",
        lambda number, title: f"{number}、{title} |",
        lambda number, title: f"| {number}、{title} | |||",
    ],
)
def test_ways_to_print_a_heading(write: Callable[[str, str], str]) -> None:
    """Pages leave marks and bars around headings, or part the number from the title."""
    edition = next(it for it in load_editions() if it.id == "2021")
    text = re.sub(r"(?m)^([一二三四五六])、(.{4,20})$", lambda it: write(it[1], it[2]), CLEAN_2021)
    report = read(Source(text))
    assert [it.section.number for it in report.sections] == [it.number for it in edition.sections]
    assert [it.section.title for it in report.sections] == [it.title for it in edition.sections]
    assert len(report.tables) == len(edition.tables)


@pytest.mark.parametrize(
    "sentence", ["2023年,本镇公开信息。", "本镇公开信息。", "(一)主动公开。", "无。"]
)
def test_a_title_that_its_first_sentence_touches(sentence: str) -> None:
    text = re.sub(
        r"(?m)^六、其他需要报告的事项\n", f"六、其他需要报告的事项{sentence}\n", CLEAN_2021
    )
    report = read(Source(text))
    assert report.sections[-1].section.title == "其他需要报告的事项"
    assert report.sections[-1].section.blocks[0].span.start == text.index(sentence)


def test_words_of_a_title_that_begin_a_sentence() -> None:
    text = CLEAN_2021.replace("\n二、", "\n三、总体情况较好。\n二、", 1)
    titles = [it.section.title for it in read(Source(text)).sections]
    assert titles.count("总体情况") == 1
