"""表格沿用了其他年份的表样。 / A table is on the form of other years.

作用:统一格式换过版本,各年报告应使用当年有效的表样。整张表沿用旧表样,或者新表里夹着旧表头、旧行,数据就不能按统一口径汇总。全篇只报告一次,指向第一处旧表样用语。

依据:国办发〔2014〕32号(2014—2018年报告)、国办公开办函〔2019〕60号(2019、2020年报告)、国办公开办函〔2021〕30号(2021年起的报告)。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | ⟦本年新制作数量⟧ | 本年新公开数量 | 对外公开总数量 |
规章 | 0 | 0 | 0 |
规范性文件 | 0 | 0 | 0 |
第二十条第(五)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政许可 | 0 | 0 | 0 |
其他对外管理服务事项 | 0 | 0 | 0 |
第二十条第(六)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
行政处罚 | 0 | 0 | 0 |
行政强制 | 0 | 0 | 0 |
第二十条第(八)项 | |||
信息内容 | 上一年项目数量 | 本年增/减 | |
行政事业性收费 | 0 | 0 | |
第二十条第(九)项 | |||
信息内容 | 采购项目数量 | 采购总金额 | |
政府集中采购 | 0 | 0 |
```

新表里夹着旧表头:

```report bad
青岩县水务局2022年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | ⟦本年新制作数量⟧ | 本年新公开数量 | 对外公开总数量 |
规章 | 0 | 0 | 0 |
规范性文件 | 0 | 0 | 0 |
第二十条第(五)项 | |||
信息内容 | 本年处理决定数量 | ||
行政许可 | 0 | ||
第二十条第(六)项 | |||
信息内容 | 本年处理决定数量 | ||
行政处罚 | 0 | ||
行政强制 | 0 | ||
第二十条第(八)项 | |||
信息内容 | 本年收费金额(单位:万元) | ||
行政事业性收费 | 0 |
```

2020年报告用2019年表样,正确:

```report good
云溪镇人民政府2020年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(一)项 | |||
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |
规章 | 0 | 0 | 0 |
规范性文件 | 0 | 0 | 0 |
第二十条第(九)项 | |||
信息内容 | 采购项目数量 | 采购总金额 | |
政府集中采购 | 0 | 0 |
```

仅一个行标题是旧名称的,由 `altered-row-label` 提示:

```report good
青岩县水务局2022年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
规范性文件 | 0 | 0 | 0 |
```

只有2018年以前的统计表:

```report bad
青岩县水务局2019年政府信息公开工作年度报告
附件:政府信息公开情况统计表
统计指标 | 单位 | 统计数 |
⟦(一)收到申请数⟧ | 件 | 0 |
(二)申请办结数 | 件 | 0 |
(三)申请答复数 | 件 | 0 |
```

统一表样之外另附旧统计表的,不算沿用:

```report good
青岩县水务局2019年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
附件:政府信息公开情况统计表
统计指标 | 单位 | 统计数 |
(一)收到申请数 | 件 | 0 |
(二)申请办结数 | 件 | 0 |
(三)申请答复数 | 件 | 0 |
```

改法:改用报告年度的统一表样重新填报,不能只改表头。

例外:报告年份无法确定时不报告。报告本规则后,该表不再逐条报告行标题、表头和缺行多行。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.table import BoundTable
from disclosure_lint.text import fold
from disclosure_lint.topics.cells import others
from disclosure_lint.topics.outdated import foreign_places
from disclosure_lint.topics.years import is_contested

_WORDS = 3  # so many of the old form's words are quoted


@rule(Report, Severity.ERROR, needs="doubtful")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the first word of another form than the one the year asks for."""
    due = report.expected
    if due is None or is_contested(report):
        return
    own = {table.key for table in due.tables}
    tables = [table for table in report.tables if table.form.key in own] or report.tables
    found = [(places, table) for table in tables if (places := foreign_places(table, due))]
    if not found:
        return
    spans = sorted(span for places, _ in found for span in places)
    quoted = list(dict.fromkeys(_printed(span, report) for span in spans))
    words = "".join(f"“{word}”" for word in quoted[:_WORDS]) + "等" * (len(quoted) > _WORDS)
    names = "、".join(table.form.name for _, table in found)
    names_en = ", ".join(table.form.name for _, table in found)
    year = f"{report.year}年报告" if report.year else "本报告"
    yield finding(
        spans[0],
        f"{year}的{names}{_whose(found)}:{words},应改用{due.notice}规定的表样。",
        f"{names_en}: words of another year's form ({', '.join(quoted[:_WORDS])}); "
        f"use the form of {due.notice}.",
        related=others(spans[1:], Message("也是其他表样的用语", "another form's word, too")),
    )


def _printed(span: Span, report: Report) -> str:
    return fold(report.source.slice(span))


def _whose(found: list[tuple[tuple[Span, ...], BoundTable]]) -> str:
    """Whether whole tables are on another form, and which, or some words of one."""
    tables = [table for _, table in found]
    if all(table.foreign for table in tables):
        return "夹有其他年份表样的表头或行标题"
    first = next(table for table in tables if not table.foreign).edition
    until = "" if first.last == first.first else f"至{first.last}" if first.last else "年起"
    return f"使用了{first.first}{until}{'年' * bool(first.last)}报告的表样"
