"""索引号不是“机构代码/年份-流水号”的样子。 / The index number has an unusual form.

作用:索引号通常是9位组织机构代码或18位统一社会信用代码,加“/年份-流水号”;不是这样的,提示核对。

依据:《政府信息公开目录系统实施指引(试行)》(国办秘函〔2009〕6号)核心元数据“索引号”。

示例:

```report bad
索引号 | ⟦qyxsrmzf/2026-00017⟧ | 发文字号 | |
一、总体情况
```

```report bad
索 引 号: | ⟦0142768-8/2022-00185⟧ | 生成日期: | 2023-01-05 |
一、总体情况
```

```report good
索引号 | 620702078/2024-00002 | 发文字号 | |
一、总体情况
```

```report good
索引号 | 11330723736009120E/2021-242240 |
一、总体情况
```

```report good
索引号 | 11341702486344515H/202110-00013 |
一、总体情况
```

```report good
索引号 | | 发文字号 | |
一、总体情况
```

```report good
索引号 | 000000001/2021-00151 |
一、总体情况
```

改法:核对索引号是否录错;网站另有编号规则的可以忽略。

例外:各地自定的编号合法,所以只提示一次;占位内容由 `dummy-index-number` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.text import fold
from disclosure_lint.topics.index_number import is_dummy, is_standard


@rule(Report, Severity.INFO, needs="metadata")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at an index number that has neither of the usual forms."""
    entry = report.field("index_number")
    if entry is None or not entry.value:
        return
    value = fold(entry.value)
    if not is_standard(value) and not is_dummy(value):
        yield finding(
            entry.span,
            f"索引号“{entry.value}”格式与“机构代码/年份-流水号”不符,请核对(本地另有编号规则的可忽略)。",
            f"The index number “{entry.value}” is not of the form code/year-serial; check it, "
            "unless the site has a scheme of its own.",
        )
