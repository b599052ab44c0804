"""文件无法读取。 / A file cannot be read.

作用:文件存在但打不开(没有权限、正被占用),或者超过大小上限时,提示原因,其他文件照常检查。

依据:工具约定。本条由程序读取文件时直接给出,不经过报告内容。

示例:没有读取权限的文件,提示“无法读取文件:权限不足。”

```report good
云溪镇人民政府2023年政府信息公开工作年度报告
一、总体情况
```

改法:检查文件权限、是否被其他程序占用;文件过大的,用 max-size 调高上限。

例外:命令行里写的路径不存在,属于用法错误(退出码 2),不是这一条。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity
from disclosure_lint.report import Report
from disclosure_lint.rule import rule


# Nothing in a text makes it speak.
@rule(Report, Severity.ERROR, cues=("\0",))
def check(_report: Report, _: Report) -> Iterator[Finding]:
    """Yield nothing: a text that is here was read. The reader of files reports this itself."""
    yield from ()
