"""The one result type. Rules say where and what; the engine adds who and how severe."""

from enum import IntEnum, StrEnum

from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Span


class Severity(IntEnum):
    """How grave a finding is; a higher number is graver."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Applicability(StrEnum):
    """Who may apply a fix: `--fix`, `--fix --unsafe-fixes`, or only a person who picks it."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    SUGGESTION = "suggestion"


class Message(NamedTuple):
    """One sentence in both languages."""

    zh: str
    en: str

    def to(self, lang: str) -> str:
        """Return the sentence in `lang` (`zh` or `en`)."""
        return self.en if lang == "en" else self.zh


class Edit(NamedTuple):
    """Replace the text of `span` by `content`."""

    span: Span
    content: str


class Fix(NamedTuple):
    """Edits that belong together; a safe fix never alters a figure."""

    applicability: Applicability
    message: Message
    edits: tuple[Edit, ...]


class Where(NamedTuple):
    """The printed path of a place in a table: section number, table key, row and column labels."""

    section: str = ""
    table: str = ""
    row: tuple[str, ...] = ()
    column: tuple[str, ...] = ()


class Related(NamedTuple):
    """Another place that belongs to the finding."""

    span: Span
    message: Message


class Suspect(NamedTuple):
    """A cell that may be the wrong one: what it says, what it would have to say, how much that mends."""

    span: Span
    value: str
    expected: str
    restores: int


class Finding(NamedTuple):
    """What a rule yields: a place and a sentence, and whatever helps to mend it.

    `maybe_extraction` marks what may be damage done when the page was turned into text.
    `severity` is set only where one finding is graver or milder than its rule.
    """

    span: Span
    message: Message
    where: Where | None = None
    related: tuple[Related, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    fix: Fix | None = None
    maybe_extraction: bool = False
    severity: Severity | None = None


def finding(  # noqa: PLR0913 - the two sentences and the optional helps, all by name
    span: Span,
    zh: str,
    en: str,
    *,
    where: Where | None = None,
    related: tuple[Related, ...] = (),
    suspects: tuple[Suspect, ...] = (),
    fix: Fix | None = None,
    maybe_extraction: bool = False,
    severity: Severity | None = None,
) -> Finding:
    """Return a finding at `span` with its message in both languages."""
    return Finding(span, Message(zh, en), where, related, suspects, fix, maybe_extraction, severity)


def moved(finding: Finding, by: int) -> Finding:
    """Return a finding about a piece of a text, its places told in the whole: `by` characters further on."""

    def there(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    fix = finding.fix
    return finding._replace(
        span=there(finding.span),
        related=tuple(it._replace(span=there(it.span)) for it in finding.related),
        suspects=tuple(it._replace(span=there(it.span)) for it in finding.suspects),
        fix=fix and fix._replace(edits=tuple(Edit(there(it.span), it.content) for it in fix.edits)),
    )


class Diagnostic(NamedTuple):
    """A finding with its rule, its severity and its fingerprint: all that renderers get to see."""

    rule: str
    group: str
    severity: Severity
    finding: Finding
    fingerprint: str

    @property
    def span(self) -> Span:
        """The place of the finding."""
        return self.finding.span

    @property
    def message(self) -> Message:
        """The sentence of the finding in both languages."""
        return self.finding.message


class Result(NamedTuple):
    """The diagnostics of one file, in order of place; `crashed` says that a rule failed inside.

    `skipped` names why a file was left out (met by walking a folder, and no report).
    """

    filename: str
    diagnostics: tuple[Diagnostic, ...] = ()
    skipped: bool = False
    crashed: bool = False
