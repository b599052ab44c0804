"""百分比与数据不符。 / A percentage does not fit its figures.

作用:正文写“28次(占比18.1%),共154次”,百分比应等于分项除以总数,按所写的位数四舍五入。

依据:国办公开办函〔2021〕30号(数据准确)。

示例:

```report bad
问题反映35次(占比⟦21.7%⟧),共154次。
```

```report bad
答复申请98件。其中予以公开42件,占42.86%;部分公开1件,占1.02%;不予公开49件,占⟦51%⟧;其他6件,占6.12%。
```

“其中”直接接在总数后面的,相差再多也指出:

```report bad
公开信息154条,其中工作动态28条,占⟦20.2%⟧。
```

只是截断、没有四舍五入的,降为提示:

```report bad
问题反映28次(占比⟦18.1%⟧),共154次。
```

```report good
答复申请98件,其中予以公开42件,占42.86%;部分公开1件,占1.02%;不予公开49件,占50%;其他6件,占6.12%。
收到申请36件,同比上升16.13%,办结率100%。全年受理1499件,其中网络申请1303件,占86.92%,邮寄172件,占11.47%,当面24件,占1.60%。
收到申请3件,占全县申请总数的12.5%。新媒体发布66条,占当年公开信息的67%,全年公开98条。
```

分项已由表三证明写错的,不再重复报告:

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
(二)依申请公开情况
办结申请8件,其中予以公开5件,占50%。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 8 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
三、本年度办理结果 | (一)予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
(二)部分公开(区分处理的,只计这一情形,不计其他情形) | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
(七)总计 | 8 | 0 | 0 | 0 | 0 | 0 | 8 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

改法:核对分项、总数和百分比。

例外:总数不明确时不计算;分项或总数与表格不一致的,由 `outcome-mismatch` 等规则报告;各项百分比之和因四舍五入略多于或少于100%是正常的。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.accused import accused_in
from disclosure_lint.topics.rewriting import suggest
from disclosure_lint.topics.sentences import running_text
from disclosure_lint.topics.shares import Fit, wrong_shares


@rule(Report, Severity.WARNING, cues=("%", "％"))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each percentage that is not the share of its total."""
    running = running_text(report)
    for wrong in wrong_shares(running):
        share, total = wrong.share, wrong.total
        paragraph = running.paragraph(share.start).span
        if any(it.number in {share.number, total} for it in accused_in(report, paragraph)):
            continue
        span = running.span(share.start, share.end)
        right = f"{share.expected(total)}%"
        cut = wrong.fit is Fit.TRUNCATED
        why = ",只截断、没有四舍五入" if cut else ""
        yield finding(
            span,
            f"{share.number}÷{total}={right},文中为{share.printed}%{why},请核对。",
            f"{share.number} of {total} is {right}, the text says {share.printed}%.",
            fix=suggest((Edit(span, right),), f"改为“{right}”", f"write “{right}”"),
            severity=Severity.INFO if cut else None,
        )
