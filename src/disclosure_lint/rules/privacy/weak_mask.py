"""脱敏不足。 / A number is masked too little.

作用:已用星号遮盖的身份证号、手机号,如果露出的位数仍然过多(身份证号超过10位、手机号超过7位),别人可以推算出原号。

依据:《中华人民共和国个人信息保护法》第五十一条(去标识化);各地公开信息脱敏的通行格式:身份证号留前6位以内和后4位,手机号留前3位和后4位。

示例:

```report bad
一、总体情况
身份证号⟦1101051949****002X⟧,电话⟦138***01234⟧。
```

```report fixed
一、总体情况
身份证号110***********002X,电话138****1234。
```

```report good
一、总体情况
身份证号110***********002X、110105********002X,电话138****1234、1380000****,编号2023****01。
```

改法:身份证号遮盖为“110***********002X”,手机号遮盖为“138****1234”。自动修复须人工确认。

例外:位数不符合身份证号、手机号的编号不报告。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Edit, Finding, Severity, finding
from disclosure_lint.privacy import weak_masks
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.rewriting import rewrite


@rule(Report, Severity.INFO, cues=("*", "＊"))
def check(report: Report, _: Report) -> Iterator[Finding]:
    """Yield a finding for each masked number of which too much is left."""
    for number in weak_masks(report.source.text):
        hidden = number.span.end - number.span.start - number.shown
        yield finding(
            number.span,
            f"脱敏不足:仅隐去{hidden}位,建议遮盖为{number.masked}。",
            f"masked too little: {hidden} character(s) are hidden; {number.masked} is usual.",
            fix=rewrite(
                report.source,
                [Edit(number.span, number.masked)],
                "按通行格式脱敏",
                "Mask it as is usual",
            ),
        )
