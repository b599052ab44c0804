"""What each format alone promises: its escapes, its addresses, its schema."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import outputs_rdf
from disclosure_lint import rules
from disclosure_lint.diagnostic import Result
from disclosure_lint.outputs import Checked, Context
from disclosure_lint.source import Source, Span
from outputs_cases import CONTEXT, DIAGNOSTICS, ERROR, INFO, WARNING, cases, diagnostic, one, render
from outputs_parse import xml
from outputs_sarif import faults

_FIRST = Span(0, 1)


def test_json_of_a_figure_has_the_keys_of_the_contract() -> None:
    (figure,) = (it for it in json.loads(render("json", cases())) if it["rule"] == "sample-figure")
    place = {"row": 6, "column": 10}
    end = {"row": 6, "column": 11}
    total, total_end = {"row": 7, "column": 9}, {"row": 7, "column": 10}
    wanted = {
        "filename": "reports/云溪镇 2023.txt",
        "code": "sample-figure",
        "rule": "sample-figure",
        "group": "sample",
        "severity": "error",
        "message": "“2.重复申请”自然人写5,按勾稽关系应为4,多1。",
        "location": place,
        "end_location": end,
        "where": {
            "section": "三",
            "table": "applications",
            "row": ["三、本年度办理结果", "(五)不予处理", "2.重复申请"],
            "column": ["申请人情况", "自然人"],
        },
        "related": [{"message": "总计为4", "location": total, "end_location": total_end}],
        "suspects": [
            {
                "location": place,
                "end_location": end,
                "value": "5",
                "expected": "4",
                "restores": 2,
            },
            {
                "location": total,
                "end_location": total_end,
                "value": "4",
                "expected": "5",
                "restores": 1,
            },
        ],
        "fix": {
            "applicability": "suggestion",
            "message": "把5改为4",
            "edits": [{"content": "4", "location": place, "end_location": end}],
        },
        "maybe_extraction": False,
        "fingerprint": "f5",
        "url": None,
    }
    assert figure == wanted
    assert list(figure) == list(wanted)


def test_json_of_a_bare_finding_has_every_key() -> None:
    (bare,) = json.loads(render("json", [one("甲", (_FIRST, "乙"))]))
    empty = {"where": None, "related": [], "suspects": [], "fix": None, "url": None}
    assert {key: bare[key] for key in empty} == empty
    assert bare.keys() == json.loads(render("json", cases()))[5].keys()


def test_jsonl_is_the_array_line_by_line() -> None:
    odd = one("甲", (_FIRST, "a\u2028b\x85c\n"))
    lines = render("jsonl", [*cases(), odd]).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(render("json", [*cases(), odd]))


def test_language_and_address_of_the_page() -> None:
    context = Context(lang="en", docs="https://example.org/rules/{rule}")
    (found,) = json.loads(render("json", [one("甲", (_FIRST, "乙"))], context))
    assert (found["message"], found["url"]) == ("EN 乙", "https://example.org/rules/sample")
    (rd,) = json.loads(render("rdjson", [one("甲", (_FIRST, "乙"))], context))["diagnostics"]
    assert rd["code"] == {"value": "sample", "url": "https://example.org/rules/sample"}


@pytest.mark.parametrize(
    ("filename", "shown"),
    [
        ("/data/reports/a.txt", "reports/a.txt"),
        ("/data/a.txt", "a.txt"),
        ("/database/a.txt", "/database/a.txt"),
        ("-", "-"),
    ],
)
def test_names_are_relative_to_the_root(filename: str, shown: str) -> None:
    assert Context(root=Path("/data")).name(filename) == shown
    assert Context().name(filename) == filename


def test_names_are_relative_to_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Context(root=Path()).name("./a/../a/b.txt") == "a/../a/b.txt"
    assert Context(root=tmp_path).name("./b.txt") == "b.txt"


# SARIF


def sarif(checked: list[Checked], context: Context = CONTEXT) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render("sarif", checked, context))
    return log


def test_sarif_keeps_to_the_schema() -> None:
    context = Context(lang="en", docs="https://example.org/rules/{rule}")
    for log in (sarif(cases()), sarif([]), sarif(cases(), context)):
        assert faults(log) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda run: run.update(columnKind="utf16CodeUnits"),
        lambda run: run.update(extra=1),
        lambda run: run["results"][5]["locations"][0]["physicalLocation"].pop("region"),
        lambda run: run["results"][5]["fixes"][0].pop("artifactChanges"),
        lambda run: run["results"][5]["relatedLocations"][0].update(id=-1),
        lambda run: run["results"][0]["locations"][0]["physicalLocation"][
            "artifactLocation"
        ].update(uri="云溪镇 2023.txt"),
    ],
)
def test_the_check_of_sarif_sees_faults(spoil: Callable[[Any], object]) -> None:
    log = copy.deepcopy(sarif(cases()))
    spoil(log["runs"][0])
    assert faults(log) != []


def test_sarif_lists_each_rule_once() -> None:
    (run,) = sarif([*cases(), *cases()])["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert sorted(ids) == sorted(
        {it.rule for it in DIAGNOSTICS} | {"sample-unreadable", "sample-sum"}
    )


def test_sarif_tells_of_a_crash() -> None:
    for crashed in (False, True):
        (run,) = sarif([Checked(Result("a.txt", crashed=crashed), Source("甲"))])["runs"]
        assert run["invocations"] == [{"executionSuccessful": not crashed}]


@pytest.mark.parametrize(
    ("first", "lang", "summary"),
    [
        ("甲项应写明。 / A shall be told.", "zh", "甲项应写明。"),
        ("甲项应写明。 / A shall be told.", "en", "A shall be told."),
        ("甲项应写明。", "en", "甲项应写明。"),
        ("", "zh", "invented-rule"),
    ],
)
def test_sarif_describes_rules_by_their_pages(
    first: str, lang: str, summary: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = tmp_path.name  # another one each time, as modules stay imported
    (tmp_path / group).mkdir()
    page = f"{first}\n\n说明在此。\n" if first else ""
    (tmp_path / group / "invented_rule.py").write_text(f'"""{page}"""\n', "utf-8")
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path)])
    found = diagnostic("invented-rule", WARNING, _FIRST, "乙")
    known = Checked(Result("a.txt", (found._replace(group=group),)), Source("甲"))
    (run,) = sarif([known], Context(lang=lang))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["shortDescription"] == {"text": summary}
    assert rule.get("help", {}).get("markdown", "") == page.strip()
    assert rule["properties"] == {"tags": [group]}


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("标题[2021]30号", "标题[2021]30号"),
        ("见[甲](1)", "见\\[甲\\](1)"),
        ("\\[甲](http://example.org)", "\\\\\\[甲\\](http://example.org)"),
        ("{0}与{甲}", "{{0}}与{{甲}}"),
    ],
)
def test_sarif_messages_hold_no_link_and_no_placeholder(said: str, written: str) -> None:
    (run,) = sarif([one("甲", (_FIRST, said))])["runs"]
    assert run["results"][0]["message"] == {"text": written}


@pytest.mark.parametrize(
    ("filename", "address"),
    [
        ("a b/云.txt", {"uri": "a%20b/%E4%BA%91.txt", "uriBaseId": "%SRCROOT%"}),
        ("c:d#e?f.txt", {"uri": "c%3Ad%23e%3Ff.txt", "uriBaseId": "%SRCROOT%"}),
        ("./x.txt", {"uri": "x.txt", "uriBaseId": "%SRCROOT%"}),
        ("奇\udcff.txt", {"uri": "%E5%A5%87%FF.txt", "uriBaseId": "%SRCROOT%"}),
        ("奇\ud800.txt", {"uri": "%E5%A5%87%EF%BF%BD.txt", "uriBaseId": "%SRCROOT%"}),
        ("/data/云.txt", {"uri": "file:///data/%E4%BA%91.txt"}),
    ],
)
def test_sarif_addresses(filename: str, address: dict[str, str]) -> None:
    (run,) = sarif([one("甲", (_FIRST, "乙"), filename=filename)])["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == address


# services


def test_gitlab_fingerprints_are_unique_and_stable() -> None:
    twice = [
        *cases(),
        one("甲", (_FIRST, "乙"), (_FIRST, "丙")),
        one("甲", (_FIRST, "乙"), filename="b"),
    ]
    prints = [it["fingerprint"] for it in json.loads(render("gitlab", twice))]
    assert len(set(prints)) == len(prints) == len(DIAGNOSTICS) + 6
    again = [it["fingerprint"] for it in json.loads(render("gitlab", list(reversed(twice))))]
    assert set(again) == set(prints)


def test_gitlab_paths_have_no_leading_dot() -> None:
    (issue,) = json.loads(render("gitlab", [one("甲", (_FIRST, "乙"), filename="./a.txt")]))
    assert issue["location"]["path"] == "a.txt"


def test_github_commands_cannot_be_forged() -> None:
    forged = one("甲\n乙", (Span(0, 1), "100%\r\n::error::x"), filename="a,line=9::b%\n.txt")
    text = render("github", [forged])
    assert text == (
        "::warning title=disclosure-lint (sample),file=a%2Cline=9%3A%3Ab%25%0A.txt,line=1,col=1,"
        "endLine=1,endColumn=2::a,line=9::b%25%0A.txt:1:1: sample 100%25%0D%0A::error::x\n"
    )


def test_github_keeps_the_column_of_a_finding_over_several_lines() -> None:
    text = render("github", [one("甲乙\n丙丁", (Span(1, 4), "跨行"))])
    assert ",line=1,col=2::" in text
    assert "endLine" not in text


def test_rdjson_keeps_to_the_schema() -> None:
    context = Context(docs="https://example.org/rules/{rule}")
    whole = json.loads(render("rdjson", cases(), context))
    jsonschema.validate(whole, outputs_rdf.RESULT)
    lines = render("rdjsonl", cases(), context).split("\n")[:-1]
    assert len(lines) == len(whole["diagnostics"]) > 3
    for line in lines:
        jsonschema.validate(json.loads(line), outputs_rdf.DIAGNOSTIC)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**whole, "diagnostic": []}, outputs_rdf.RESULT)


def test_rdjson_counts_bytes_and_offers_whole_fixes_only() -> None:
    found = json.loads(render("rdjson", cases()))["diagnostics"]
    by_rule = {it["code"]["value"]: it for it in found}
    wide = next(it for it in found if it["code"]["value"] == "sample-wide")["location"]["range"]
    assert wide["start"]["column"] == len("𠮷".encode()) + 1
    assert wide["end"]["column"] == len("𠮷祥路与ＡＢ".encode()) + 1
    assert [it["text"] for it in by_rule["sample-figure"]["suggestions"]] == ["4"]
    assert by_rule["sample-marks"]["suggestions"] == []


# XML


@pytest.mark.parametrize("name", ["checkstyle", "junit"])
def test_xml_drops_what_it_cannot_hold(name: str) -> None:
    said = "a\x00\x08\x0b\x1b\x1f\ufffe\uffff\ud800<&\"'>\t\n]]>z"
    root = xml(render(name, [one("甲", (_FIRST, said), filename="<&\"'>\x01.txt")]))
    messages = [it.attrib["message"] for it in root.iter() if "message" in it.attrib]
    assert messages == ["a<&\"'>\t\n]]>z"]
    names = {it.attrib["name"] for it in root.iter() if it.tag in {"file", "testsuite"}}
    assert names == {"<&\"'>.txt"}


def test_junit_fails_on_errors_and_warnings_only() -> None:
    found = tuple(diagnostic("sample", it, _FIRST, "甲") for it in (ERROR, WARNING, INFO))
    suites = xml(render("junit", [Checked(Result("a", found), Source("甲")), *cases()[1:4]]))
    counted = [[int(it.attrib[key]) for key in ("tests", "failures", "skipped")] for it in suites]
    assert counted == [[3, 2, 0], [1, 0, 0], [1, 1, 0], [1, 0, 1]]
    inside = [[child.tag for child in case] for case in suites[0]]
    assert inside == [["failure"], ["failure"], ["system-out"]]
    assert [len(it.findall("testcase/skipped")) for it in suites] == [0, 0, 0, 1]


# tables and pages


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_csv_cells_are_no_formulas(first: str) -> None:
    said = first + 'HYPERLINK("x"),1'
    text = render("csv", [one("甲", (_FIRST, said), filename=said)])
    assert text.startswith("\ufefffilename,")
    assert text.count("\r\n") == len(["head", "finding"])
    (row,) = csv.DictReader(io.StringIO(text[1:], newline=""))
    for cell in (row["filename"], row["message"]):
        assert cell.startswith("'")
        assert cell.endswith('HYPERLINK("x"),1')


def test_csv_leaves_other_cells_alone() -> None:
    (row,) = csv.DictReader(
        io.StringIO(render("csv", [one("甲", (_FIRST, "1=1,'\"乙"))])[1:], newline="")
    )
    assert row["message"] == "1=1,'\"乙"


def test_markdown_shows_text_as_it_is() -> None:
    text = render("markdown", [one("甲", (_FIRST, "a|b*c*_d_`e`<br>[x](y)\\|\n# z"))])
    (cell,) = re.findall(r"^\| a\.txt:1:1 \| warning \| `sample` \| (.*) \|$", text, re.MULTILINE)
    assert cell == r"a\|b\*c\*\_d\_\`e\`&lt;br&gt;\[x\](y)\\\|␊\# z"


def test_html_asks_nothing_of_anyone() -> None:
    hostile = "<script>alert(1)</script><img src=//example.org/x onerror=alert(1)>\"'&"
    text = render("html", [*cases(), one(hostile, (Span(2, 9), hostile), filename=hostile)])

    tags: dict[str, set[str]] = {}

    class Page(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.setdefault(tag, set()).update(key for key, _ in attrs)

    Page().feed(text)
    assert not tags.keys() & {"script", "img", "link", "iframe", "a", "object", "base"}
    assert {key for keys in tags.values() for key in keys} == {
        "charset",
        "class",
        "content",
        "http-equiv",
        "lang",
        "name",
    }
    assert "default-src 'none'" in text
    assert not re.search(r"@import|url\(", text)


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("甲<乙>丙", Span(1, 4), "甲<mark>&lt;乙&gt;</mark>丙"),
        ("甲e\u0301丙", Span(1, 2), "甲<mark>e\u0301</mark>丙"),
        ("甲丙", Span(1, 1), "甲<mark></mark>丙"),
        ("甲乙\r\n丙", Span(1, 5), "甲<mark>乙</mark>"),
    ],
)
def test_html_marks_the_span(text: str, place: Span, line: str) -> None:
    assert f"<pre>{line}</pre>" in render("html", [one(text, (place, "丁"))])


@pytest.mark.parametrize("name", ["concise", "full", "grouped", "json"])
def test_what_a_person_waits_for_loads_little(name: str) -> None:
    code = (
        f"import sys; from disclosure_lint import outputs; outputs.names(); outputs.load({name!r});"
        "heavy = {'rich', 'xml.sax', 'urllib.request', 'hashlib', 'asyncio', 'lark', 'csv'};"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
