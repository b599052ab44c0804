"""索引号中的机构代码校验位不符。 / The check character of the code in the index number is wrong.

作用:18位统一社会信用代码和9位组织机构代码的末位是校验位,不符说明代码录错。

依据:GB 32100《法人和其他组织统一社会信用代码编码规则》;GB 11714《全国组织机构代码编制规则》。

示例:

```report bad
索引号 | ⟦11330723736009120F⟧/2021-242240 |
一、总体情况
```

```report bad
索引号 | ⟦014416331⟧/2018-04736 |
一、总体情况
```

```report good
索引号 | 11330723736009120E/2021-242240 |
一、总体情况
```

```report good
索引号 | 12620600MB0523338C/2025-04735 |
一、总体情况
```

```report good
索引号 | 014416330/2018-04736 |
一、总体情况
```

```report good
索引号 | 01527918X-2020-153077 |
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
索引号 | 000000001/2021-00151 |
一、总体情况
```

改法:对照本机关的统一社会信用代码证书改正。

例外:前六位是行政区划代码、后三位是单位序号的,或以000结尾的,是网站自编号,不校验;占位内容由 `dummy-index-number` 报告。
"""

from collections.abc import Iterator
from functools import lru_cache

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.source import Span
from disclosure_lint.text import fold
from disclosure_lint.topics.index_number import (
    credit_check,
    is_credit_code,
    is_dummy,
    is_organisation_code,
    organisation_check,
    split_index,
)

_ORGANISATION = slice(8, 17)


@rule(Report, Severity.WARNING, needs="metadata")
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding at a code whose last character is not the one that its others ask for."""
    entry = report.field("index_number")
    parts = split_index(fold(entry.value)) if entry else None
    if entry is None or parts is None or is_dummy(fold(entry.value)):
        return
    mismatch = _mismatch(parts.code)
    if mismatch:
        what, wanted, found, grade = mismatch
        yield finding(
            Span(entry.span.start, entry.span.start + len(parts.code)),
            f"索引号前段的{what}校验位不符:应为{wanted},实为{found},请核对是否录错。",
            f"Check character of the code in the index number: {wanted} expected, {found} found.",
            severity=grade,
        )


@lru_cache(maxsize=256)
def _mismatch(code: str) -> tuple[str, str, str, Severity | None] | None:
    """Which code has the wrong check character, the right one, the one found, and how severe that is."""
    if is_credit_code(code):
        wanted = credit_check(code)
        inner = code[_ORGANISATION]
        if code[-1] != wanted:
            return "统一社会信用代码", wanted, code[-1], None
        if is_organisation_code(inner) and organisation_check(inner) != inner[-1]:
            return "代码内9位组织机构代码", organisation_check(inner), inner[-1], Severity.INFO
    elif is_organisation_code(code) and code[-1] != organisation_check(code):
        return "组织机构代码", organisation_check(code), code[-1], Severity.INFO
    return None
