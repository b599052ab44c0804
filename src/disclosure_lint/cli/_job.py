"""One file to lint: whatever happens to it, the others get their turn."""

from disclosure_lint.config import ConfigError, Settings
from disclosure_lint.diagnostic import Diagnostic, Finding, Message, Result, Severity
from disclosure_lint.discovery import Target, read
from disclosure_lint.outputs import Checked
from disclosure_lint.records import NamedTuple
from disclosure_lint.source import Source, Span


class Linted(NamedTuple):
    """One file after linting, the settings that held for it, and where it was read from."""

    checked: Checked
    settings: Settings
    path: str


class Job(NamedTuple):
    """A file to lint: the name that findings give it, and the settings that hold for it."""

    target: Target
    name: str
    settings: Settings


def lint_job(job: Job) -> Checked:
    """Return the findings in one file; only a wrong configuration raises, ConfigError."""
    source = read(job.target.path, job.settings.max_size, job.name)
    if not isinstance(source, Source):
        return Checked(source, None)
    if job.settings.cache_dir:
        return Checked(_remembered(source, job.settings, named=job.target.named), source)
    return Checked(_lint(source, job.settings, named=job.target.named), source)


def _remembered(source: Source, settings: Settings, *, named: bool) -> Result:
    from disclosure_lint import cache  # noqa: PLC0415 - only for those who ask for it

    path = cache.entry(source, settings, named=named)
    if known := cache.load(path, source.filename):
        return known
    result = _lint(source, settings, named=named)
    if not result.crashed:
        cache.store(path, result)
    return result


def _lint(source: Source, settings: Settings, *, named: bool) -> Result:
    from disclosure_lint.engine import lint  # noqa: PLC0415 - a run may meet no file to read
    from disclosure_lint.privacy import mask  # noqa: PLC0415

    try:
        return lint(source, settings, named=named)
    except ConfigError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug met on one file must not cost the others
        reason = mask(f"{type(error).__name__}: {error}")
        message = Message(f"检查时发生内部错误:{reason}", f"Internal error: {reason}")
        finding = Finding(Span(0, 0), message)
        crash = Diagnostic("internal-error", "input", Severity.ERROR, finding, "internal-error")
        return Result(source.filename, (crash,), crashed=True)
