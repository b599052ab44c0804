"""分项合计与总数不符。 / The parts of a total do not add up to it.

作用:正文写“共126条,其中……”,列出的各项之和应与总数一致;各项之和超过总数,或者只差一点,多是漏改或者漏列了一项。

依据:国办公开办函〔2021〕30号(数据准确、前后一致)。

示例:

```report bad
青岩县北溪街道发布法定主动公开内容⟦1条⟧,包括机构概况1条,以及“三公”经费及预算、决算信息2条。
```

```report bad
2023年共发布信息⟦2483条⟧,其中网站(含转发)319条,微信(含转发)851条、微博(含转发)2348条。
全年主动公开⟦423条⟧,其中工作总结1条,组织机构3条,部门文件3条,重点领域89条,基层治理与服务312条,发布年报。
收到申请⟦30件⟧,分别为予以公开20件、部分公开4件、不予公开5件。
办理建议提案⟦14件⟧(建议6件、提案7件)。
```

“其中”常常只列一部分;比较、另起的内容和不同量词不计入:

```report good
全年公开信息144条,其中政策解读12条、工作动态25条。收到申请5件,其中自然人申请3件。
公开信息367条,其中政策文件134条,动态92条,服务86条,其他55条,比上年增加58条;微信公众号发布977条。
公开信息126条,其中网站100条,微信26条,发布政策解读10条。共公开260余条,其中网站250条、微信5条。
接受申请9次,其中4件不予公开,1件不予处理。收到申请12件,其中10件已答复,剩余2件结转下年度。
公开信息167条,其中网站100条,微信40条,公告20条。申请4件(含上年结转1件),全年公开100条,包括政策5条、公告3条。
公开信息90条,其中网站60条(含解读10条)、微信30条,其中视频号3条。
```

比上年增加、减少的数不是总数;“其他处理”是统一格式中的一类,不是“其余”:

```report good
发布稿件840条,同比增加65条,其中网站600条、微信240条。收到申请19件,较2022年多4件,包括网络申请12件、信函申请7件。
办结申请52件,其中予以公开21件、其他处理3件。
发布稿件31,206条,其中网站30,000条、微信1,206条。
```

有一项已由表三证明写错的,不再重复报告:

```report good
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
(二)依申请公开情况
办结申请7件,其中予以公开4件,部分公开1件,无法提供1件。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 7 | 0 | 0 | 0 | 0 | 0 | 7 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
三、本年度办理结果 | (一)予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||
(二)部分公开(区分处理的,只计这一情形,不计其他情形) | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
(四)无法提供 | 1.本机关不掌握相关政府信息 | 2 | 0 | 0 | 0 | 0 | 0 | 2 | ||
(七)总计 | 7 | 0 | 0 | 0 | 0 | 0 | 7 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

```report bad
青岩县水务局2023年政府信息公开工作年度报告
一、总体情况
(二)依申请公开情况
办结申请7件,其中予以公开4件,部分公开1件,无法提供2件。发布稿件⟦40件⟧,其中动态20件,公告11件,解读8件。
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 7 | 0 | 0 | 0 | 0 | 0 | 7 | ||
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
三、本年度办理结果 | (一)予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3 | ||
(二)部分公开(区分处理的,只计这一情形,不计其他情形) | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||
(四)无法提供 | 1.本机关不掌握相关政府信息 | 3 | 0 | 0 | 0 | 0 | 0 | 3 | ||
(七)总计 | 7 | 0 | 0 | 0 | 0 | 0 | 7 | ||
四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||
```

改法:核对台账,改正总数或者分项,补上漏列的一项。

例外:总数或分项是约数的不计算;只列一部分且差距较大的不报告;总数或分项与表格不一致的,由 `outcome-mismatch` 等规则报告。选项 `near` 是视为“只差一点”的百分比。
"""

from collections.abc import Iterator

from disclosure_lint.diagnostic import Finding, Message, Related, Severity, finding
from disclosure_lint.records import NamedTuple
from disclosure_lint.report import Report
from disclosure_lint.rule import rule
from disclosure_lint.topics.accused import accused_in
from disclosure_lint.topics.breakdowns import Breakdown, adds_up, breakdowns
from disclosure_lint.topics.sentences import RunningText, running_text

# A list of fewer parts that falls a little short may well be one of some parts only.
_LIST = 3
_NEAR = 3  # so little short is near whatever the total
_HALF = 2
_RELATED = 5


class Options(NamedTuple):
    """`near`: a list that names some parts is taken for all where it lacks at most so many percent."""

    near: float = 4.0


@rule(Report, Severity.WARNING, options=Options)
def check(report: Report, _: Report, options: Options) -> Iterator[Finding]:
    """Yield a finding at each total that its parts contradict."""
    running = running_text(report)
    for breakdown in breakdowns(running):
        if adds_up(breakdown) or not _contradicts(breakdown, options.near):
            continue
        if not any(accused_in(report, running.span(it.start, it.end)) for it in breakdown.figures):
            yield _finding(running, breakdown)


def _contradicts(breakdown: Breakdown, near: float) -> bool:
    total, parts = breakdown.total.number, breakdown.sum
    short = total - parts
    if short < 0:
        return True
    if breakdown.strict:
        return len(breakdown.parts) > 1
    if breakdown.closed and parts * _HALF >= total:
        return len(breakdown.parts) > 1
    return (
        len(breakdown.parts) >= _LIST
        and short <= max(_NEAR, total * near / 100)
        and parts * 10 >= total * 9
    )


def _finding(running: RunningText, breakdown: Breakdown) -> Finding:
    total, measure = breakdown.total, breakdown.measure
    difference = breakdown.sum - total.number
    more = f"{'多' if difference > 0 else '少'}{abs(difference)}"
    figures = "+".join(str(part.number) for part in breakdown.parts)
    shown = f"{figures}=" if len(breakdown.parts) <= _RELATED else ""
    return finding(
        running.span(total.start, total.end),
        f"分项合计{shown}{breakdown.sum}{measure},比总数{total.number}{measure}{more}{measure},请核对总数和各分项。",
        f"the parts add up to {breakdown.sum}, the total says {total.number}.",
        related=tuple(
            Related(running.span(part.start, part.end), Message("分项", "a part"))
            for part in breakdown.parts[:_RELATED]
        ),
    )
