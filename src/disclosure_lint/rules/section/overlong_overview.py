"""总体情况过长(默认不查)。 / The overview is longer than a local limit (off by default).

作用:有的地方要求总体情况不超过一定字数。设置 `limit`(字数,不计空格)后检查;默认 0,不检查。

依据:部分地方的编制要求(如“总体情况控制在一千字以内”),不是全国统一规定。

示例:

```report bad limit=30 edition=2021
一、⟦总体情况⟧
2023年,我局主动公开政府信息61条,收到政府信息公开申请3件,全部按期办结,组织业务培训2次。
```

```report good limit=100 edition=2021
一、总体情况
2023年,我局主动公开政府信息61条,收到政府信息公开申请3件,全部按期办结,组织业务培训2次。
```

```report good edition=2021
一、总体情况
2023年,我局主动公开政府信息61条,收到政府信息公开申请3件,全部按期办结,组织业务培训2次。
```

改法:压缩文字,突出数据。

例外:没有设置字数的不检查。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Severity, finding
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.passages import wording


class Options(NamedTuple):
    """`limit`: the most characters an overview may have; 0 is no limit."""

    limit: int = 0


@rule(Report, Severity.INFO, options=Options)
def check(_: Report, report: Report, options: Options) -> Iterator[Finding]:
    """Yield a finding at an overview with more characters than the limit."""
    bound = report.section("overview")
    if options.limit <= 0 or report.form is None or bound is None:
        return
    length = len(wording(bound).replace("\n", ""))
    if length > options.limit:
        yield finding(
            bound.section.title_span,
            f"{bound.section.title}{length}字,超过设定的{options.limit}字,建议压缩。",
            f"the overview has {length} characters, the limit set is {options.limit}",
        )
