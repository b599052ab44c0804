"""Reports for 2008 to 2013: the topics of the old regulation under free headings, a local annex or none."""

from __future__ import annotations

from random import Random

from disclosure_lint.edition import load_editions

from .model import Cell, Draft, Heading, Paragraph, Role, Row, Section, Table
from .organs import draw_organ

EDITION = next(edition for edition in load_editions() if edition.id == "2008")

# Rows of no national form, as counties drew up their own.
_INDICATORS = (
    ("一、主动公开", "——"),
    ("主动公开文件数", "件"),
    ("网站公开信息条数", "条"),
    ("公开栏公开信息条数", "条"),
    ("二、咨询处理", "——"),
    ("接受公民政府信息公开咨询人次", "人次"),
    ("现场接待人数", "人次"),
    ("政府信息公开工作经费", "万元"),
)


def draft_report(rng: Random, *, digits: bool) -> Draft:
    """Return a report without a fault; `digits` keeps every figure of its annex a single digit."""
    organ, year = draw_organ(rng), rng.randint(2008, EDITION.last or 2013)
    count = rng.randint(1, 90)
    lines = {
        "overview": f"{year}年，{organ.me}按照《中华人民共和国政府信息公开条例》开展工作。",
        "active": f"{year}年，{organ.me}主动公开政府信息{count}条。",
        "applications": f"{year}年，{organ.me}未收到公民、法人和其他组织的政府信息公开申请。",
        "fees": f"{year}年，{organ.me}未收取费用。",
        "disputes": f"{year}年，{organ.me}未发生因政府信息公开引起的行政复议和行政诉讼。",
        "problems": "更新还不够及时，下一步将加强检查，增加培训次数。",
    }
    order = list(lines)
    order[3], order[4] = rng.choice((("fees", "disputes"), ("disputes", "fees")))
    forms = {form.key: form for form in EDITION.sections}
    sections = [
        Section(
            key,
            [Heading(f"{number}、", rng.choice((forms[key].title, *forms[key].aliases)))],
            [Paragraph(lines[key])],
        )
        for number, key in zip("一二三四五六", order, strict=True)
    ]
    if rng.random() < 0.5:
        annex = [Paragraph("附表：政府信息公开情况表"), _annex(rng, year, digits=digits)]
        sections[-1].blocks += annex
    front = [f"{organ.name}{year}年政府信息公开年度报告"]
    front.append(f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。")
    return Draft([Paragraph(line) for line in front], sections, [], digits)


def _annex(rng: Random, year: int, *, digits: bool) -> Table:
    """Return the table of a county: what it counts, this year and in all years."""
    heads = ("指标名称", "计量单位", f"{year}年度", "历年累计")
    rows = [Row("", [Cell(head, Role.STUB, at) for at, head in enumerate(heads)], len(heads))]
    for name, unit in _INDICATORS:
        cells = [Cell(name, Role.GROUP, 0), Cell(unit, Role.STUB, 1)]
        if unit != "——":
            this_year = rng.randint(0, 4 if digits else 900)
            figures = (this_year, this_year + rng.randint(0, 5))
            cells += [Cell(str(figure), Role.STUB, at) for at, figure in enumerate(figures, 2)]
        rows.append(Row("", cells, len(heads)))
    return Table("annex", rows)
