"""元数据有空项。 / Metadata entries are empty.

作用:发布机构、生成日期是必填项,空着各提示一次;其他空项合并提示一次。模板留下的“请选择”“null”等也算空。

依据:《政府信息公开目录系统实施指引(试行)》(国办秘函〔2009〕6号)核心元数据。

示例:

```report bad
索引号 | 620702078/2024-00002 | 发文字号 | 无 |
⟦关键词⟧ | 发布机构 | 西街办事处 | |
公开形式 | 责任部门 | ||
生成日期 | 2024-01-11 09:51:00 | 是否有效 |
一、总体情况
```

```report bad
索 引 号: | 620702078/2024-00001 | 生成日期: | 2024-01-05 |
⟦文 号⟧: | 关键字: | 信息,公开 | |
所属机构: | 甘泉区 | ⟦发布机构⟧: |
一、总体情况
```

```report bad
云溪镇2023年政府信息公开工作年度报告
2024年01月18日⟦来源⟧:1
一、总体情况
```

```report bad
⟦发布机构⟧:请选择
发布日期:2020-01-31
一、总体情况
```

```report bad
来源:川水乡
发布日期:2020-01-31
⟦点击数⟧:人次
一、总体情况
```

```report good
索引号 | 620702078/2024-00002 | 发文字号 | 无 |
关键词 | 信息公开 | 发布机构 | 西街办事处 |
浏览次数:
一、总体情况
```

```report good
发布机构 | | 生成日期 | 2024-01-05 |
发布机构:西街办事处
一、总体情况
```

改法:补填,或从页面上去掉不用的项目。

例外:浏览次数等由网页脚本显示,文本里没有,不算空;同一项目另一处有值的不报告;发文字号写“无”可以。网页转成文本时空格会让后一项左移,已按项目名称识别。
"""

from collections.abc import Iterator
from itertools import islice

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.metadata import says_nothing
from disclosure_lint.report import Field, Report
from disclosure_lint.rule import rule
from disclosure_lint.text import fold
from disclosure_lint.words import words

# At most so many entries are named, and shown as related places.
_SHOWN = 6
_RELATED = 5


@rule(Report, Severity.INFO, needs="metadata")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each required entry that is empty, and one for all the others together."""
    empty = [entry for entry in report.metadata if says_nothing(entry)]
    if not empty:
        return
    filled = {entry.key for entry in report.metadata if entry not in empty}
    keys = words("metadata")["keys"]
    empty = [
        entry
        for entry in empty
        if entry.key not in filled and (entry.value or entry.key not in keys["scripted"])
    ]
    for entry in empty:
        if entry.key in keys["required"]:
            yield _finding([entry])
    others = [entry for entry in empty if entry.key not in keys["required"]]
    if others:
        yield _finding(others)


def _finding(entries: list[Field]) -> Finding:
    named = {fold(entry.label): _written(entry) for entry in entries}
    names = "、".join(f"“{label}”{written}" for label, written in islice(named.items(), _SHOWN))
    names += f"等{len(named)}项" if len(named) > _SHOWN else ""
    what = "没有实际内容" if any(entry.value for entry in entries) else "为空"
    return finding(
        entries[0].label_span,
        f"元数据{names}{'均' if len(named) > 1 else ''}{what},请补填或去掉该项。",
        f"Metadata without a value: {names}.",
        related=tuple(
            Related(entry.label_span, Message("空项", "empty"))
            for entry in entries[1 : _RELATED + 1]
        ),
    )


def _written(entry: Field) -> str:
    return f"(填的是“{entry.value}”)" if entry.value else ""
