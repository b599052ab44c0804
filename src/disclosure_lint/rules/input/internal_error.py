"""工具自身出错。 / A rule of the tool failed.

作用:某条规则在检查中崩溃时,写明规则名和异常,其余规则的结果照常给出(退出码 3)。

依据:工具约定。本条由程序在规则出错时直接给出,不经过报告内容。

示例:提示“规则 wrong-period 内部错误:……这是工具的缺陷,与报告无关。”

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
```

改法:报告不用改;请把这一行提示连同引起问题的片段(隐去个人信息)反馈给开发者。可暂时用 ignore 关闭该规则。

例外:无。这一条从不表示报告有错。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity
from disclosure_lint.report import Report
from disclosure_lint.rule import rule


# Nothing in a text makes it speak.
@rule(Report, Severity.ERROR, cues=("\0",))
def check(_report: Report, _: Report) -> Iterator[Finding]:
    """Yield nothing: the engine reports a rule that failed."""
    yield from ()
