"""索引号是占位内容。 / The index number is a dummy.

作用:索引号全是0、同样的数字反复、含null等字样或流水号为00000,说明没有填真实编码。

依据:《政府信息公开目录系统实施指引(试行)》(国办秘函〔2009〕6号):索引号为必填且唯一。

示例:

```report bad
索 引 号: | ⟦234234234444444444/2024-00001⟧ | 生成日期: | 2024-01-05 |
一、总体情况
```

```report bad
索引号 | ⟦000000001/2021-00151⟧ |
一、总体情况
```

```report bad
索引号 | ⟦null02D/01A/D3C20190807⟧ |
一、总体情况
```

```report bad
索引号 | ⟦620702078/2024-00000⟧ |
一、总体情况
```

```report good
索引号 | 620702078/2024-00002 |
一、总体情况
```

```report good
索引号 | 035210000/2025-00016 |
一、总体情况
```

```report good
索引号 | 3212000002/2018-354983 |
一、总体情况
```

```report good
索引号 | 00835003X/2015-00018 |
一、总体情况
```

改法:填写网站生成的真实索引号,没有的留空。

例外:索引号为空的由 `empty-metadata` 报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.text import fold
from disclosure_lint.topics.index_number import is_dummy


@rule(Report, Severity.WARNING, needs="metadata")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at an index number that nobody filled in in earnest."""
    entry = report.field("index_number")
    if entry and entry.value and is_dummy(fold(entry.value)):
        yield finding(
            entry.span,
            f"索引号“{entry.value}”疑似占位内容,请填写真实编码。",
            f"The index number “{entry.value}” looks like a dummy; give the real one.",
        )
