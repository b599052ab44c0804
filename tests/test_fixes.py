"""Fixes: applied until stable, never to a figure, and written so that only the fault changes."""

from __future__ import annotations

import codecs
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from disclosure_lint import engine
from disclosure_lint.__main__ import main
from disclosure_lint.config import Settings
from disclosure_lint.config.file import find, from_file
from disclosure_lint.diagnostic import Applicability, Edit, Finding, Fix, Message, Severity
from disclosure_lint.engine import read
from disclosure_lint.fixes import Fixed, apply, diff, figures, fix_text, write
from disclosure_lint.report import Report
from disclosure_lint.rule import Rule
from disclosure_lint.source import Source, Span, decode, encode
from test_rules import RULES, examples

REPORTS = Path(__file__).parent.parent / "fixtures" / "reports"
DRAFT = (REPORTS / "water-bureau-2024-draft.txt").read_text("utf-8")
WRONG, RIGHT = "五、存在的主要问题及改进措施", "五、存在的主要问题及改进情况"
MENDED = DRAFT.replace(WRONG, RIGHT)
ODD = DRAFT.replace("行政许可 | 38 |", "行政许可 | ３８ |")  # its mending needs --unsafe-fixes

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("DISCLOSURE_LINT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    find.cache_clear()
    from_file.cache_clear()
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    assert folder.is_dir()

    def call(*args: str) -> tuple[int, str, str]:
        status = main(args)
        out, err = capsys.readouterr()
        return status, out, err

    return call


def piped(data: bytes, *args: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "disclosure_lint", "check", "-", *args]
    return subprocess.run(command, input=data, capture_output=True, check=False)


# --- what is applied -------------------------------------------------------------------------------


def test_safe_fixes_are_applied_and_a_figure_is_left_to_the_clerk() -> None:
    fixed = fix_text(Source(DRAFT))
    assert fixed.source.text == MENDED
    assert [(one.diagnostic.rule, one.at) for one in fixed.applied] == [
        ("altered-section-title", (60, 3))
    ]
    (left,) = fixed.left
    assert left.rule == "wrong-figure"
    assert left.finding.fix
    assert left.finding.fix.applicability is Applicability.SUGGESTION
    assert fix_text(Source(DRAFT), unsafe=True).source.text == MENDED


def test_unsafe_fixes_only_on_demand() -> None:
    assert fix_text(Source(ODD)).source.text == ODD.replace(WRONG, RIGHT)
    both = fix_text(Source(ODD), unsafe=True)
    assert both.source.text == MENDED
    assert [one.diagnostic.rule for one in both.applied] == [
        "altered-section-title",
        "nonstandard-digits",
    ]


def test_the_settings_say_which_rules_may_mend() -> None:
    assert fix_text(Source(DRAFT), Settings(ignore=("section",))).source.text == DRAFT


def test_what_a_baseline_notes_is_let_be() -> None:
    (known,) = (one.diagnostic.fingerprint for one in fix_text(Source(DRAFT)).applied)
    assert fix_text(Source(DRAFT), spared={known}).source.text == DRAFT


def test_what_is_no_report_is_let_be() -> None:
    fixed = fix_text(Source("会议纪要。。\n"))
    assert (fixed.source.text, fixed.applied) == ("会议纪要。。\n", ())
    assert [one.rule for one in fixed.left] == ["not-a-report"]


def test_a_lossy_text_is_let_be() -> None:
    source = decode(DRAFT.encode() + b"\xff\xfe\xff")
    assert source.lossy
    assert fix_text(source).source is source


def test_a_fix_that_the_encoding_cannot_hold_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        RIGHT.encode("big5")
    fixed = fix_text(Source(DRAFT, encoding="big5"))
    assert fixed.source.text == DRAFT
    assert [one.rule for one in fixed.refused] == ["altered-section-title"]


@pytest.mark.parametrize("name", RULES)
def test_the_examples_come_to_rest_and_keep_their_figures(name: str) -> None:
    """With every rule on: what one rule writes must not provoke another."""
    for example in (one for one in examples(name) if one.kind == "bad"):
        settings = Settings(edition=example.settings.get("edition"))
        source = Source(example.text)
        for unsafe in (False, True):
            fixed = fix_text(source, settings, unsafe=unsafe)
            assert (fixed.looping, fixed.refused) == ((), ())
            assert fix_text(fixed.source, settings, unsafe=unsafe).applied == ()
            if not unsafe:
                lost = figures(read(source, settings)) - figures(read(fixed.source, settings))
                assert not lost


# --- rules that are wrong --------------------------------------------------------------------------


def mending(*pairs: tuple[str, str], kind: Applicability = Applicability.SAFE) -> Rule:
    """A rule named after what it does, with a finding for each pair that the text holds."""

    def check(report: Report, _: Report) -> Iterator[Finding]:
        for old, new in pairs:
            at = report.source.text.find(old)
            if at >= 0:
                message = Message(f"{old}。", old)
                edit = Edit(Span(at, at + len(old)), new)
                yield Finding(edit.span, message, fix=Fix(kind, message, (edit,)))

    return Rule("→".join(pairs[0]), "prose", Severity.INFO, Report, check, "")


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put rules of the test in the place of all others."""

    def put(*rules: Rule) -> None:
        by_name = {rule.id: rule for rule in rules}
        monkeypatch.setattr(engine, "names", lambda: tuple(("prose", name) for name in by_name))
        for way in ("load", "load_later"):
            monkeypatch.setattr(engine, way, lambda _, name: by_name[name])

    return put


def mend(text: str, *, unsafe: bool = False) -> Fixed:
    return fix_text(Source(text), unsafe=unsafe)


def test_rules_that_undo_each_other_are_named_and_nothing_changes(
    only: Callable[..., None], run: Run, folder: Path
) -> None:
    only(
        mending(("改进措施", "改进情况")),
        mending(("改进情况", "改进措施")),
        mending(("126条", "126项")),
    )
    fixed = mend(DRAFT)
    assert fixed.source.text == DRAFT
    assert fixed.looping == ("改进情况→改进措施", "改进措施→改进情况")

    status, out, _ = run("check", "--fix", "--output-format", "concise")
    assert status == 3
    assert (
        "draft.txt:1:1: error internal-error 规则 改进情况→改进措施、改进措施→改进情况 的修改反复出现"
        in out
    )
    assert (folder / "draft.txt").read_text("utf-8") == DRAFT


def test_a_rule_that_never_comes_to_an_end_is_named(only: Callable[..., None]) -> None:
    only(mending(("云", "云云")), mending(("青岩", "白岩")))
    fixed = mend(DRAFT.replace("水务局", "水务云局"))
    assert fixed.looping == ("云→云云",)
    assert "青岩" in fixed.source.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("行政许可 | 38 |", "行政许可 | 83 |"),  # a cell
        ("行政许可 | 38 | ||", "行政许可 | 38 | 38 |"),  # a cell more
        ("二、上年结转政府信息公开申请数量 | 0 | 0", "二、上年结转政府信息公开申请数量 | 0  0"),
        ("行政事业性收费 | 12.6 |", "行政事业性收费 | 12,6 |"),
        ("行政处罚 | 5 |", "行政处罚 | -5 |"),
        ("行政处罚 | 5 |", "行政处罚 | / |"),
        ("生成日期 | 2025-01-15", "生成日期 | 2025-01-16"),  # the metadata
        ("004521735/2025-00003", "004521735/2025-00004"),
        ("126条", "216条"),  # a number in the prose
        ("126条", "126.5条"),
        ("申请4件", "申请件"),
        ("现行有效6件", "现行有效六件"),
    ],
)
def test_a_fix_that_alters_a_figure_is_refused(
    only: Callable[..., None], old: str, new: str
) -> None:
    """Whatever the rule says of it; the fix of another rule in the same round is not lost."""
    assert old in DRAFT
    only(mending((old, new)), mending((WRONG, RIGHT)))
    fixed = mend(DRAFT)
    assert fixed.source.text == MENDED
    assert [one.rule for one in fixed.refused] == [f"{old}→{new}"]

    only(mending((old, new), kind=Applicability.UNSAFE))
    assert mend(DRAFT).source.text == DRAFT
    assert mend(DRAFT, unsafe=True).source.text == DRAFT.replace(old, new, 1)


@pytest.mark.parametrize(
    "row",
    [
        "9.其他情形 | 7 | 0 | 0 | 0 | 0 | 0 | 7 | |",  # not of the form
        "8.属于行政查询事项 | 7 | 7 | ||",  # its blanks are gone: no certain columns
    ],
)
def test_a_figure_without_a_certain_column_is_one_too(only: Callable[..., None], row: str) -> None:
    only(mending((row, row.replace("7", "6", 1))))
    whole = "8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||"
    text = DRAFT.replace(whole, row if row.startswith("8") else f"{whole}\n{row}")
    fixed = mend(text)
    assert (fixed.source.text, len(fixed.refused)) == (text, 1)


def test_a_refused_fix_is_told(only: Callable[..., None], run: Run) -> None:
    only(mending(("38", "83")))
    status, _, err = run("check", "--fix")
    assert status == 0  # an info
    assert "draft.txt: 38→83 的修改未采用:会改动数据" in err


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        ([("站公开供", "站供"), ("公开供水", "水")], "政府门户网站供水、防汛"),  # the earlier
        ([("防汛、水资源", "水资源"), ("供水、防汛", "排涝")], "政府门户网站公开排涝、水资源"),
        (
            [("公开供水", "公布供水"), ("、防汛", "")],
            "门户网站公布供水、水资源",
        ),  # side by side: both
    ],
)
def test_fixes_that_meet_go_one_after_the_other(
    only: Callable[..., None], pairs: list[tuple[str, str]], text: str
) -> None:
    only(*(mending(pair) for pair in pairs))
    assert text in mend(DRAFT).source.text


def test_of_two_at_one_place_the_graver_goes_first(only: Callable[..., None]) -> None:
    mild, grave = mending(("供水、防", "用水、防")), mending(("供水、", "排水、"))
    only(mild, Rule("grave", "prose", Severity.ERROR, Report, grave.check, ""))
    assert "公开排水、防汛" in mend(DRAFT).source.text


def test_edits_of_one_fix_that_overlap_are_refused(only: Callable[..., None]) -> None:
    def check(_: Report, __: Report) -> Iterator[Finding]:
        message = Message("重。", "twice")
        edits = (Edit(Span(0, 2), ""), Edit(Span(1, 3), ""))
        yield Finding(Span(0, 3), message, fix=Fix(Applicability.SAFE, message, edits))

    only(Rule("twice", "prose", Severity.INFO, Report, check, ""))
    fixed = mend(DRAFT)
    assert (fixed.source.text, [one.rule for one in fixed.refused]) == (DRAFT, ["twice"])


# --- text ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "edits", "after"),
    [
        ("一二三", [], "一二三"),
        ("一二三", [(0, 1, "甲"), (2, 3, "")], "甲二"),
        ("一二三", [(2, 3, "丙"), (0, 2, "")], "丙"),
        ("一二三", [(1, 1, "、"), (1, 1, "、")], "一、二三"),
        ("一\r\n二\r\n", [(3, 3, "乙\n")], "一\r\n乙\r\n二\r\n"),
        ("一\n二\n", [(2, 2, "乙\n")], "一\n乙\n二\n"),
    ],
)
def test_apply(text: str, edits: list[tuple[int, int, str]], after: str) -> None:
    assert apply(text, [Edit(Span(start, end), new) for start, end, new in edits]) == after


def test_edits_must_not_overlap() -> None:
    with pytest.raises(ValueError, match="overlap at 1"):
        apply("一二三", [Edit(Span(0, 2), ""), Edit(Span(1, 3), "")])


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("一\n", "一\n", []),
        (
            "一\n二\n",
            "一\n乙\n",
            ["--- a\n", "+++ a\n", "@@ -1,2 +1,2 @@\n", " 一\n", "-二\n", "+乙\n"],
        ),
        (
            "一\r\n二",
            "一\r\n乙",
            [
                "--- a\n",
                "+++ a\n",
                "@@ -1,2 +1,2 @@\n",
                " 一\r\n",
                "-二\n\\ No newline at end of file\n",
                "+乙\n\\ No newline at end of file\n",
            ],
        ),
        (
            "一\u2028二\n",
            "一\u2028乙\n",
            ["--- a\n", "+++ a\n", "@@ -1 +1 @@\n", "-一\u2028二\n", "+一\u2028乙\n"],
        ),
    ],
)
def test_diff(before: str, after: str, lines: list[str]) -> None:
    assert list(diff(Source(before, "a"), Source(after, "a"))) == lines


# --- files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("ended", [True, False])
@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("gb18030", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", b""),
    ],
)
def test_only_the_fault_changes_in_the_file(  # noqa: PLR0913 - the table and the fixtures
    run: Run, folder: Path, encoding: str, bom: bytes, newline: str, *, ended: bool
) -> None:
    def data(text: str) -> bytes:
        text = text if ended else text.removesuffix("\n")
        return bom + text.replace("\n", newline).encode(encoding)

    path = folder / "draft.txt"
    path.write_bytes(data(DRAFT))
    path.chmod(0o640)
    status, out, err = run("check", "--fix", "--output-format", "concise")
    assert status == 1
    assert out.startswith("draft.txt:42:28: error wrong-figure ")
    assert out.count("\n") == 1
    assert err == "检查 1 个文件。已修改 1 个问题。还有 1 个问题:错误 1。\n"
    assert path.read_bytes() == data(MENDED)
    assert path.stat().st_mode & 0o7777 == 0o640
    assert [entry.name for entry in folder.iterdir()] == ["draft.txt"]


def test_nothing_to_mend_leaves_the_file_alone(run: Run, folder: Path) -> None:
    path = folder / "draft.txt"
    path.write_text(MENDED, "utf-8")
    before = path.stat()
    assert run("check", "--fix", "--unsafe-fixes")[0] == 1
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_a_link_stays_a_link(run: Run, folder: Path) -> None:
    (folder / "link.txt").symlink_to("draft.txt")
    assert run("check", "--fix", "link.txt")[0] == 1
    assert (folder / "link.txt").is_symlink()
    assert (folder / "draft.txt").read_text("utf-8") == MENDED


def test_write_minds_a_file_that_has_changed(folder: Path) -> None:
    path = folder / "draft.txt"
    path.write_text("换了", "utf-8")
    with pytest.raises(ValueError, match="has changed"):
        write(str(path), Source(DRAFT), Source(MENDED))
    assert path.read_text("utf-8") == "换了"


@pytest.fixture
def unprivileged(folder: Path, run: Run) -> Iterator[Path]:
    """A folder that the test may read and not write, for root too.

    Root takes another name while the test runs, and the tests may lie where only root reads: what
    fixing loads is loaded before, and `folder` is left only after root is root again.
    """
    assert run("check", "--fix", str(folder / "draft.txt"))[0] == 1
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "draft.txt").write_text(DRAFT, "utf-8")
        (place / "draft.txt").chmod(0o666)
        place.chmod(0o555)
        effective = os.geteuid()
        if effective == 0:
            os.seteuid(65534)
        try:
            yield place
        finally:
            os.seteuid(effective)
            place.chmod(0o755)


def test_a_folder_that_may_not_be_written(
    unprivileged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = unprivileged / "draft.txt"
    status = main(["check", "--fix", str(path), "--output-format", "concise", "--isolated"])
    out, err = capsys.readouterr()
    assert status == 2
    assert "draft.txt: 无法写入:Permission denied\n" in err
    assert "altered-section-title" in out  # it is still there
    assert "已修改" not in err
    assert path.read_text("utf-8") == DRAFT


def test_a_file_that_may_not_be_written(unprivileged: Path) -> None:
    """A folder that may be written would allow to put another file in its place."""
    effective = os.geteuid()
    os.seteuid(os.getuid())
    (unprivileged / "draft.txt").chmod(0o444)
    unprivileged.chmod(0o777)
    os.seteuid(effective)
    with pytest.raises(PermissionError):
        write(str(unprivileged / "draft.txt"), Source(DRAFT), Source(MENDED))
    assert [entry.name for entry in unprivileged.iterdir()] == ["draft.txt"]


def test_a_lossy_file_is_not_written(run: Run, folder: Path) -> None:
    data = DRAFT.encode() + b"\xff\xfe\xff"
    (folder / "draft.txt").write_bytes(data)
    status, out, err = run("check", "--fix", "--output-format", "concise")
    assert status == 1
    assert "altered-section-title" in out
    assert "draft.txt: 未修改:有无法解码的字节\n" in err
    assert (folder / "draft.txt").read_bytes() == data


# --- the command -----------------------------------------------------------------------------------


def test_a_diff_changes_nothing(run: Run, folder: Path) -> None:
    status, out, err = run("check", "--diff", "--show-fixes")
    assert status == 1
    assert out.startswith("--- draft.txt\n+++ draft.txt\n@@ -57,7 +57,7 @@\n")
    assert f"\n-{WRONG}\n+{RIGHT}\n" in out
    assert "draft.txt:60:3: 将修改 altered-section-title 改为" in err
    assert err.endswith("将修改 1 个文件中的 1 个问题。\n")
    assert (folder / "draft.txt").read_text("utf-8") == DRAFT

    assert run("check", "--fix", "--diff", "-q") == (1, out, "")
    assert (folder / "draft.txt").read_text("utf-8") == DRAFT
    assert run("check", "--diff", "-o", "found.diff", "--exit-zero", "-q") == (0, "", "")
    assert (folder / "found.diff").read_text("utf-8") == out


def test_a_diff_masks_numbers_of_persons_and_the_text_keeps_them(run: Run, folder: Path) -> None:
    number = "110105194912310046"  # invented; its check character holds
    text = (
        (folder / "draft.txt").read_text("utf-8").replace("改进措施\n", f"改进措施\n{number}。。\n")
    )
    (folder / "draft.txt").write_text(text, "utf-8")
    for command in (["check", "--diff", "--show-fixes"], ["format", "--diff"]):
        _, out, err = run(*command, "draft.txt")
        assert number not in out + err
    assert "110***********0046" in run("check", "--diff", "draft.txt")[1]
    run("check", "--fix", "--ignore=privacy", "draft.txt")
    assert number in (folder / "draft.txt").read_text("utf-8")


def test_a_diff_of_nothing_is_empty(run: Run, folder: Path) -> None:
    (folder / "draft.txt").write_text(MENDED, "utf-8")
    said = "0 findings would be fixed in 0 files.\n"
    assert run("check", "--diff", "--lang", "en") == (0, "", said)


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    assert folder.is_dir()
    for text in (DRAFT, MENDED):
        data = text.replace("\n", "\r\n").encode("gb18030")
        done = piped(data, "--fix", "--output-format", "concise", "--stdin-filename", "draft.txt")
        assert done.returncode == 1
        assert done.stdout == data.replace(WRONG.encode("gb18030"), RIGHT.encode("gb18030"))
        assert "draft.txt:42:28: error wrong-figure " in done.stderr.decode()
    assert (folder / "draft.txt").read_text("utf-8") == DRAFT


def test_standard_input_with_losses_is_not_printed() -> None:
    done = piped(DRAFT.encode() + b"\xff\xfe\xff", "--fix")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "-: 未写入" in done.stderr.decode()


def test_show_fixes_and_the_status(run: Run, folder: Path) -> None:
    path = folder / "draft.txt"
    path.write_text(ODD, "utf-8")
    asked = ("check", "--fix", "--show-fixes", "--fail-on", "error", "--ignore", "wrong-figure")
    status, out, err = run(*asked, "--exit-non-zero-on-fix", "--lang", "en")
    assert (status, out.count("nonstandard-digits")) == (1, 1)
    first, last = err.rstrip("\n").split("\n")
    assert first.startswith("draft.txt:60:3: fixed altered-section-title ")
    assert last == "1 file checked. 1 finding fixed. 1 finding left: 1 warning."
    assert run(*asked, "--exit-non-zero-on-fix")[0] == 0  # nothing left that --fix may mend

    status, out, err = run(*asked, "--unsafe-fixes")
    assert (status, out) == (0, "")
    assert err.endswith("检查 1 个文件。已修改 1 个问题,没有其他问题。\n")
    assert path.read_text("utf-8") == MENDED


def test_a_baseline_holds_for_fixes_too(run: Run, folder: Path) -> None:
    run("baseline", "create", "--baseline", "known.json")
    path = folder / "draft.txt"
    path.write_text(DRAFT.replace("，发布政策解读4篇。", "，发布政策解读4篇。。"), "utf-8")
    status, out, err = run("check", "--fix", "--baseline", "known.json")
    assert (status, out) == (0, "")
    assert "已修改 1 个问题" in err
    assert path.read_text("utf-8") == DRAFT


def test_one_file_that_cannot_be_read_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "a.txt").symlink_to("nowhere.txt")
    assert run("check", "--diff", "a.txt", "draft.txt")[0] == 1
    assert run("check", "--fix", "a.txt", "draft.txt")[0] == 1
    assert (folder / "draft.txt").read_text("utf-8") == MENDED


def test_encode_is_the_inverse_of_decode() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030"):
        data = DRAFT.encode(encoding)
        source = decode(data)
        assert encode(source, source.text) == data
