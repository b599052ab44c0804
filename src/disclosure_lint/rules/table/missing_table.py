"""第二、三、四部分没有表格。 / A section of the form has no table.

作用:第二、三、四部分应以统一格式的表格报告。没有表格,或者表格是图片、附件,数据都无法读取和汇总。三个部分都没有的只报告一次。

依据:《中华人民共和国政府信息公开条例》第五十条;国办公开办函〔2021〕30号、〔2019〕60号统一格式。

示例:

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
2023年,云溪镇主动公开政府信息126条。
二、⟦主动公开政府信息情况⟧
本部分情况见附表。
三、收到和处理政府信息公开申请情况
本部分情况见附表。
四、政府信息公开行政复议、行政诉讼情况
本部分情况见附表。
五、存在的主要问题及改进情况
存在公开不够及时的问题,下一步将加强培训。
六、其他需要报告的事项
本年度未收取信息处理费。
```

```report bad
云溪镇人民政府2023年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 0 | 0 | 0 |
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
四、⟦政府信息公开行政复议、行政诉讼情况⟧
本年度未发生行政复议、行政诉讼。
五、存在的主要问题及改进情况
存在公开不够及时的问题,下一步将加强培训。
```

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼 | |||||||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||
0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
```

改法:补上统一格式的表格,没有数据填“0”;表格用文字录入,不要用图片或附件代替。

例外:只粘贴了一部分的文字不报告;缺少整个部分的由 `missing-section` 报告;表头还在而数据丢失的由 `blank-cell` 报告。
"""

from collections.abc import Iterator, Sequence

from disclosure_lint.diagnostic import Finding, Message, Severity, finding
from disclosure_lint.edition import TableForm
from disclosure_lint.report import BoundSection, Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.blanks import headed
from disclosure_lint.topics.cells import others
from disclosure_lint.topics.outdated import printed


@rule(Report, Severity.ERROR, needs="doubtful")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at the heading of each section without its table, one where all lack theirs."""
    form = report.form
    if form is None or not report.whole:
        return
    found = printed(report).union([it.form.key for it in headed(report)])
    missing = [
        (bound, table)
        for bound in report.sections
        if bound.form and not bound.repeated
        for table in bound.form.tables
        if table.key not in found
    ]
    if len(missing) > 1 and len(missing) == len(form.tables):
        yield _all_missing(missing)
        return
    for bound, table in missing:
        yield finding(
            bound.section.title_span,
            f"{_part(bound)}没有表格(或表格为图片、附件,无法读取),"
            f"请按统一格式补上{table.name},没有数据填“0”。",
            f"This section has no table (or it is a picture or an attachment); add {table.name}.",
            maybe_extraction=True,
        )


def _all_missing(missing: Sequence[tuple[BoundSection, TableForm]]) -> Finding:
    parts = "、".join(bound.form.number for bound, _ in missing if bound.form)
    spans = [bound.section.title_span for bound, _ in missing]
    return finding(
        spans[0],
        f"第{parts}部分都没有表格(可能是图片、附件,或在转换成文字时丢失),"
        "请按统一格式补上,没有数据填“0”。",
        "None of the sections has its table; they may be pictures or attachments, "
        "or were lost when the page became text.",
        related=others(spans[1:], Message("这里也没有表格", "no table here either")),
        maybe_extraction=True,
    )


def _part(bound: BoundSection) -> str:
    return f"第{bound.form.number}部分" if bound.form else "本部分"
