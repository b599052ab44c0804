"""Parser and linter for 政府信息公开工作年度报告 in plain text.

What `__all__` lists is the library: it keeps its names and meanings within a major version. What it
does not list, the modules of this package included, may change at any time.

    from disclosure_lint import lint_path

    findings = lint_path("report.txt")
    for diagnostic in findings:
        start, end = findings.place(diagnostic)
        print(start.row, start.column, diagnostic.severity, diagnostic.rule, diagnostic.message.zh)
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from disclosure_lint.config import ConfigError, Settings
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
    from disclosure_lint.fixes import Fixed
    from disclosure_lint.library import (
        Findings,
        as_data,
        fix_text,
        lint_path,
        lint_text,
        load_settings,
        parse_path,
        parse_text,
    )
    from disclosure_lint.report import Report
    from disclosure_lint.source import Position, Source, Span
    from disclosure_lint.version import VERSION

__all__ = [
    "VERSION",
    "Applicability",
    "ConfigError",
    "Diagnostic",
    "Edit",
    "Finding",
    "Findings",
    "Fix",
    "Fixed",
    "Message",
    "Position",
    "Related",
    "Report",
    "Result",
    "Settings",
    "Severity",
    "Source",
    "Span",
    "Suspect",
    "Where",
    "as_data",
    "fix_text",
    "lint_path",
    "lint_text",
    "load_settings",
    "parse_path",
    "parse_text",
]

# Where those names live, the lightest first. Nothing is imported before it is asked for: the command
# line begins with this package too and has to start at once.
_HOMES = ("version", "source", "diagnostic", "config", "report", "library")


def __getattr__(name: str) -> object:
    if name in __all__:
        for home in _HOMES:
            module = import_module(f"{__name__}.{home}")
            if hasattr(module, name):
                return getattr(module, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return __all__
