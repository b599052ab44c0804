"""Hand-made results over invented reports, with everything that a renderer must stand."""

from __future__ import annotations

from disclosure_lint import outputs
from disclosure_lint.diagnostic import (
    Applicability,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Message,
    Related,
    Result,
    Severity,
    Suspect,
    Where,
)
from disclosure_lint.outputs import Checked, Context
from disclosure_lint.source import Source, Span

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
CONTEXT = Context(version="9.9.9")

# Rows end with CR LF; there are an astral and a full-width character, a combining mark, tabs, a row
# wider than any terminal, an empty row.
TEXT = "\r\n".join(
    (
        "云溪镇人民政府2023年政府信息公开工作年度报告",
        "一、总体情况",
        "𠮷祥路与ＡＢ路口的e\u0301站点“两微”公开信息12条",
        "",
        "三、收到和处理政府信息公开申请情况",
        "2.重复申请 | 5 | 0 | 0 | 0 | 0 | 0 | 5",
        "(七)总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4",
        "表头\t值\t总计",
        "本年度" + "持续推进政务公开标准化规范化建设," * 12 + "转结下年度。" + "加强队伍建设," * 12,
        "六、其他需要报告的事项",
        "无",
    )
)


def span(words: str, *, nth: int = 0, text: str = TEXT) -> Span:
    """The span of the `nth` occurrence of `words`."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def diagnostic(
    rule: str,
    severity: Severity,
    place: Span,
    message: str,
    *,
    fingerprint: str = "f0",
    **helps: object,
) -> Diagnostic:
    finding = Finding(place, Message(message, f"EN {message}"), **helps)
    return Diagnostic(rule, "sample", severity, finding, fingerprint)


_FIVE = span("5", nth=0)
_TOTAL = Span(span("(七)总计 | 4").end - 1, span("(七)总计 | 4").end)
_TAB = span("值")

DIAGNOSTICS = (
    diagnostic(
        "sample-title",
        INFO,
        Span(0, 0),
        "文件开头的空位",
        fix=Fix(
            Applicability.UNSAFE, Message("补上编号", "add number"), (Edit(Span(0, 0), "编号\n"),)
        ),
    ),
    diagnostic("sample-wide", WARNING, span("祥路与ＡＢ"), "星号以后", fingerprint="same"),
    diagnostic("sample-wide", WARNING, span("e\u0301站"), "组合字符", fingerprint="same"),
    diagnostic(
        "sample-marks",
        INFO,
        span("两微"),
        "“—…” 50%, a|b <c> & *d* _e_",
        fix=Fix(
            Applicability.SAFE,
            Message("改引号,逐处", "replace the marks"),
            (
                Edit(span("“"), "「"),
                Edit(span("”"), "」"),
                Edit(span("与"), ""),
                Edit(span("路口"), "街口"),
            ),
        ),
    ),
    diagnostic(
        "sample-blank", WARNING, Span(span("\r\n\r\n").end - 2, span("\r\n\r\n").end), "空行"
    ),
    diagnostic(
        "sample-figure",
        ERROR,
        _FIVE,
        "“2.重复申请”自然人写5,按勾稽关系应为4,多1。",
        fingerprint="f5",
        where=Where(
            "三",
            "applications",
            ("三、本年度办理结果", "(五)不予处理", "2.重复申请"),
            ("申请人情况", "自然人"),
        ),
        related=(Related(_TOTAL, Message("总计为4", "the total is 4")),),
        suspects=(Suspect(_FIVE, "5", "4", 2), Suspect(_TOTAL, "4", "5", 1)),
        fix=Fix(
            Applicability.SUGGESTION, Message("把5改为4", "write 4 for 5"), (Edit(_FIVE, "4"),)
        ),
    ),
    diagnostic(
        "sample-rows", ERROR, Span(span("(七)总计").start, span("表头").end), "跨行", where=Where()
    ),
    diagnostic("sample-tab", WARNING, _TAB, "制表符之后", maybe_extraction=True),
    diagnostic("sample-long", INFO, span("转结下年度"), "长行中部"),
    diagnostic("sample-end", WARNING, Span(len(TEXT), len(TEXT)), "文件末尾"),
)

UNREADABLE = diagnostic("sample-unreadable", ERROR, Span(0, 0), "无法读取文件:权限不足。")


def cases() -> list[Checked]:
    """A report with faults, one without, one that could not be read, one left out, one that is odd."""
    odd = Source("甲=1\n=2+3\n", "b&c/奇,怪:100%.txt")
    return [
        Checked(Result("reports/云溪镇 2023.txt", DIAGNOSTICS), Source(TEXT)),
        Checked(Result("reports/clean_*.txt"), Source("无\n")),
        Checked(Result("reports/locked.txt", (UNREADABLE,)), None),
        Checked(Result("requirements.txt", skipped=True), Source("lark\n")),
        Checked(
            Result(
                odd.filename,
                (
                    diagnostic("sample-sum", WARNING, Span(4, 8), "=2+3"),
                    diagnostic(
                        "sample-sum", WARNING, Span(4, 8), "第二行\n有%换行", fingerprint=""
                    ),
                ),
            ),
            odd,
        ),
    ]


def one(text: str, *found: tuple[Span, str], filename: str = "a.txt") -> Checked:
    """A report with a warning at each span."""
    diagnostics = tuple(diagnostic("sample", WARNING, place, said) for place, said in found)
    return Checked(Result(filename, diagnostics), Source(text))


def render(name: str, checked: list[Checked], context: Context = CONTEXT) -> str:
    """The whole output of a format."""
    return "".join(outputs.load(name).render(iter(checked), context))
