"""出现未更新的上年年份。 / Last year's year was left in.

作用:报告本年工作的句子、截止日期或者落款写着上一年(或下一年)的年份,多是在上年报告上修改时漏改的。

依据:《政府信息公开条例》第四十九条、第五十条(公布上一年度的年度报告)。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
2023年,我镇按月更新栏目。
(三)政府信息管理情况
⟦2022⟧年,云溪镇人民政府办公室共制定规范性文件0件。截至⟦2022⟧年12月31日,现行有效0件。
六、其他需要报告的事项
⟦2022⟧年度,我镇未收取信息处理费。
```

```report bad
临川市水务局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局公开信息126条,受理申请2件。
六、其他需要报告的事项
无。
临川市水务局
⟦2023⟧年1月15日
```

```report bad
临川市水务局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局公开信息126条,受理申请2件。
临川市水务局
⟦二〇二三⟧年一月十五日
```

与上年比较、结转、预决算、文件名称和下一年计划不报告:

```report good
临川市水务局2023年政府信息公开工作年度报告
一、总体情况
2023年,我局公开信息126条,比2022年增加6条。2022年收到申请3件,同比下降。
2022年结转申请1件。2022年,我局成立政务公开领导小组。2022年度部门决算和《2022年政务公开工作要点》全年公开12次。
2022年以来,我局共公开信息240条。2022年我局公开信息120条。2023年公开126条。
五、存在的主要问题及改进情况
2022年,我局存在公开不及时的问题,已经整改。2024年,我局将继续公开重点领域信息。
2022年报告指出的问题全部解决。
临川市水务局
2024年1月15日
```

改法:改为报告年度;确实是上年情况的,写明“上年”或者与本年对照。

例外:标题年份与正文多数年份不同时,由 `title-year-mismatch` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.report import Prose, Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.topics.stale_years import early_signatures, stale_years
from disclosure_lint.topics.titles import title_of
from disclosure_lint.topics.years import known_year

_CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")


@rule(Report, Severity.ERROR)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at each year in the words that should be the report's."""
    running = running_text(report)
    signed = list(early_signatures(report))
    others = [year for year in _neighbours(report.year) if f"{year}年" in running.text]
    year = known_year(report) if others or signed else None
    if year is None:
        return
    title = title_of(report)
    organ = title.words(title.organ) if title else ""
    for stale in stale_years(running, year, organ):
        yield _leftover(running.span(stale.start, stale.start + 4), stale.year, year)
    for prose, start in signed if year == report.year else ():
        yield _signed(prose, start, year)


def _neighbours(year: int | None) -> tuple[int, ...]:
    return (year - 1, year + 1) if year else ()


def _leftover(span: Span, wrong: int, year: int) -> Finding:
    other = "上年" if wrong < year else "下年"
    return finding(
        span,
        f"{year}年报告的本年工作写成了“{wrong}年”,疑似未更新的{other}文字,请核对是否应为“{year}年”。",
        f"the report for {year} tells of its own work with the year {wrong}: text left over?",
        fix=suggest((Edit(span, str(year)),), f"改为“{year}”", f"write {year}"),
    )


def _signed(prose: Prose, start: int, year: int) -> Finding:
    span = Span(prose.span.start + start, prose.span.start + start + 4)
    right = str(year + 1)
    if not prose.text[start].isdecimal():
        right = right.translate(_CHINESE)
    return finding(
        span,
        f"落款日期“{prose.text[start:]}”早于{year}年度结束,应为{year + 1}年,请核对。",
        f"the report for {year} is signed before that year was over; {year + 1} is meant?",
        fix=suggest((Edit(span, right),), f"改为“{right}”", f"write {right}"),
    )
