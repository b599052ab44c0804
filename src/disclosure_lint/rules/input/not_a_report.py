"""不像政府信息公开工作年度报告。 / The text does not look like a report.

作用:文件里既没有报告标题,也没有统一格式的章节标题或表格时,只提示这一条,不作其他检查,以免对无关文件逐条报错。

依据:工具约定。

示例:

```report bad
⟦⟧采购清单
复印纸 20包
硒鼓 2个
```

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
全年公开信息61条。
```

```report good
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
四、政府信息公开行政复议、行政诉讼情况
```

改法:确认文件是否选错;确为年度报告的,补上“机关名称+年份+政府信息公开工作年度报告”的标题后再检查。

例外:检查整个文件夹时,不像报告的文件直接略过,不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span


@rule(Report, Severity.INFO)
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield one finding at the beginning of a text that holds nothing of a report."""
    if report.recognized:
        return
    if report.source.lossy:
        hint = ";文件含有无法解码的内容,请先另存为UTF-8编码再检查"
        why = "; some of its bytes could not be decoded, so save it as UTF-8 first"
    else:
        hint = why = ""
    yield finding(
        Span(0, 0),
        f"未识别出政府信息公开工作年度报告(没有标题、章节标题和表格),已跳过{hint}。",
        f"no annual report recognised (neither title nor headings nor tables); skipped{why}.",
    )
