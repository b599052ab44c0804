"""Sentences that are true of their tables, in words that look as if they were not; and untrue ones beside them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from disclosure_lint.config import Settings
from disclosure_lint.engine import lint
from disclosure_lint.source import Source

sys.path.insert(0, str(Path(__file__).parent.parent))
benchmark = import_module("benchmarks.claims.cases")

SETTINGS = Settings(select=("consistency",), today=date(2026, 6, 30))
REQUESTS = {
    "received": 12,
    "received@organization.business": 2,
    "carried_in": 2,
    "outcome.total": 13,
    "carried_out": 1,
}
NOTHING: Mapping[str, int] = {}


def said(sentence: str, table: Mapping[str, int]) -> list[str]:
    case = benchmark.Case(sentence, table, under="(二)依申请公开情况")
    return [it.rule for it in lint(Source(benchmark.report_of(case)), SETTINGS).diagnostics]


TRUE = [
    ("共收到申请14件(含上年结转2件),其中自然人申请12件,商业企业申请2件。", REQUESTS),
    ("收到申请12件,已答复11件,1件正在办理;上年结转的2件已全部答复。", REQUESTS),
    ("收到的12件申请中,11件在年内办结,1件结转到2024年办理。", REQUESTS),
    ("收到依申请公开12件,其中转办其他单位3件,本单位办理9件。", REQUESTS),
    ("2021年、2022年、2023年分别收到依申请公开8件、10件、12件。", REQUESTS),
    ("收到申请12件,按照结果分:公开5件,不公开0件,其他7件。", REQUESTS),
    ("全年没有收到要求收费的申请。", REQUESTS),
    ("近三年共受理申请36件。", REQUESTS),
    ("自条例施行以来,共收到申请36件,答复36件。", REQUESTS),
    ("受理不动产登记申请3651件,办结3640件。", NOTHING),
    ("收到低保申请36件,办结36件,结转0件。", NOTHING),
    ("受理各类行政许可申请36件,办结36件。", NOTHING),
    ("接收12345工单236件,答复236件。", NOTHING),
    ("开通了依申请公开网上受理平台1个。", NOTHING),
    ("受理行政复议案件56件,审结52件,其中维持40件。", NOTHING),
    ("涉及我局的行政诉讼2件,均为土地行政管理类。", NOTHING),
    ("行政复议申请3件,因不属于政府信息公开事项,未纳入统计。", NOTHING),
    ("申请事项共15项,涉及申请12件。", REQUESTS),
    ("下放行政许可3项,取消行政许可2项。", NOTHING),
    ("收到人大建议6件、政协提案8件,其中主办9件、协办5件。", NOTHING),
    ("收到信访38件,比2022年的31件增加7件,同比增长22.6%。", NOTHING),
    ("办理建议提案14件(建议6件、提案8件),信访12件(办结13件,结转1件)。", NOTHING),
    ("公开信息56条(1月6条、2月8条),查阅点6处(档案馆1处、图书馆1处等)。", NOTHING),
]
UNTRUE = [
    ("共收到申请14件(含上年结转2件),其中自然人申请11件。", REQUESTS, "applicant-mismatch"),
    (
        "收到申请12件,已答复10件,1件正在办理;上年结转的2件已全部答复。",
        REQUESTS,
        "answered-mismatch",
    ),
    ("收到的12件申请中,10件在年内办结。", REQUESTS, "answered-mismatch"),
    ("2023年收到依申请公开8件。", REQUESTS, "received-mismatch"),
    ("全年没有收到任何形式的申请。", REQUESTS, "none-contradicted"),
    ("今年共受理申请36件。", REQUESTS, "received-mismatch"),
    ("受理群众申请36件。", NOTHING, "received-mismatch"),
    ("收到人大建议6件、政协提案8件,其中主办9件、协办4件、其他3件。", NOTHING, "breakdown-mismatch"),
    ("办理建议提案14件(建议6件、提案7件)。", NOTHING, "breakdown-mismatch"),
    ("公开信息共154条,其中动态28条,占20.2%。", NOTHING, "wrong-percentage"),
    ("收到信访38件,比上年增长22.9%。", NOTHING, "impossible-growth-rate"),
]


@pytest.mark.parametrize(("sentence", "table"), TRUE)
def test_true_sentences_are_silent(sentence: str, table: Mapping[str, int]) -> None:
    assert said(sentence, table) == []


@pytest.mark.parametrize(("sentence", "table", "rule"), UNTRUE)
def test_untrue_ones_beside_them_are_found(
    sentence: str, table: Mapping[str, int], rule: str
) -> None:
    assert said(sentence, table) == [rule]


def broken_at(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize("width", range(18, 27))
def test_lines_broken_at_a_width_break_no_figure(width: int) -> None:
    """A figure, or the words that tell what it is of, may stand on two lines of a page."""
    before = "为做好这项工作,我局指定了专人,公开了地址,并在办公楼一层设了受理的窗口,随到随办。"
    true = f"{before}全年共收到政府信息公开申请12件,其中自然人申请10件,商业企业申请2件,均按期答复。"
    wrong = true.replace("12件", "13件")
    assert said(broken_at(true, width), REQUESTS) == []
    assert said(broken_at(wrong, width), REQUESTS)[0] == "received-mismatch"
