"""The words of a report: true to its tables, and free of every fault the rules know.

Sentences come in several wordings, so that no two reports read alike. A sentence states a figure of
the tables only as the tables have it, and other counts only once.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from disclosure_lint.edition import Edition

from .grid import Figure, Figures
from .organs import Organ, draw_index_number

_ASPECTS = (
    ("主动公开", "主动公开情况", "主动公开政府信息情况"),
    ("依申请公开", "依申请公开情况", "依申请公开办理情况"),
    ("政府信息管理", "政府信息管理情况", "加强政府信息管理"),
    ("政府信息公开平台建设", "平台建设情况", "政府信息公开平台建设情况"),
    ("监督保障", "监督保障情况", "强化监督保障"),
)

_CLAUSES = tuple(f"（{number}）" for number in "一二三四五")
_ITEMS = tuple(f"{number}." for number in range(1, 6))

# A problem and the measure that answers it.
_PROBLEMS = (
    ("公开内容还不够丰富，个别栏目更新不够及时", "充实公开内容，每月检查栏目更新情况"),
    ("工作人员业务能力有待提升，对申请办理流程不够熟悉", "加强业务培训，明确办理流程和时限"),
    ("政策解读形式较为单一，群众不易理解", "丰富解读形式，多采用图表和问答"),
    ("与群众互动不足，意见收集渠道欠缺", "拓宽互动渠道，及时回应群众意见"),
    ("部分科室主动公开意识薄弱，报送材料滞后", "压实科室责任，将报送时效纳入考核"),
    ("基层公开目录有待细化，查找信息不够方便", "细化公开目录，改进网站检索功能"),
)

_OPENINGS = (
    "{year}年，{me}认真贯彻落实党中央、国务院关于政务公开工作的决策部署，坚持以公开为常态、不公开为例外，扎实做好政府信息公开工作。",
    "{year}年，{organ}认真执行《中华人民共和国政府信息公开条例》，围绕中心工作，依法、及时、准确公开政府信息。",
    "{year}年，{me}紧扣群众关切，健全公开制度，规范公开流程，各项公开工作平稳有序。",
)

_CARE = (
    "落实信息发布“三审三校”制度，严格保密审查，公开前逐级审核。",
    "按照“谁公开谁审查”的原则明确责任，定期清理已经公开的信息。",
    "建立信息台账，明确公开属性，对不予公开的信息注明理由。",
)

_HANDLING = (
    "完善登记、审核、办理、答复和归档流程，依法保障申请人合法权益。",
    "指定专人受理，畅通当面、邮寄和网络渠道，按时作出答复。",
    "规范答复文书，主动与申请人沟通，提高办理质量。",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the sentences are about: the organ, the year, the form, the figures of its tables."""

    organ: Organ
    year: int
    edition: Edition
    figures: dict[str, Figures]

    def fill(self, sentence: str) -> str:
        """Return a sentence with organ and year put in."""
        return sentence.format(year=self.year, me=self.organ.me, organ=self.organ.name)

    def request(self, row: str, column: str = "total") -> Figure:
        """Return a figure of the applications table."""
        return self.figures["applications"][row, column]


def title(facts: Facts) -> str:
    """Return the title as the form wants it."""
    return f"{facts.organ.name}{facts.year}年政府信息公开工作年度报告"


def metadata(rng: Random, facts: Facts, *, piped: bool) -> list[str]:
    """Return a header of the kinds sites print, or none."""
    day = f"{facts.year + 1}-01-{rng.randint(5, 28):02}"
    index = draw_index_number(rng, facts.year + 1)
    organ = facts.organ.name
    kinds: list[list[str]] = [
        [],
        [f"发布时间：{day} {rng.randint(8, 17):02}:{rng.randint(10, 59)} 来源：{organ}"],
    ]
    if piped:
        kinds.append(
            [
                f"索引号 | {index} | 公开方式 | 主动公开 |",
                f"发布机构 | {organ} | 生成日期 | {day} 09:{rng.randint(10, 59)}:00 |",
            ]
        )
    return rng.choice(kinds)


def preamble(rng: Random, facts: Facts) -> str:
    """Return the paragraph before section one: legal basis, parts, period."""
    law = "《中华人民共和国政府信息公开条例》"
    law += rng.choice(("", "（国务院令第711号）", "（以下简称《条例》）"))
    notice = f"《国务院办公厅政府信息与政务公开办公室{_NOTICES[facts.edition.id]}》"
    notice += f"（{facts.edition.notice}）"
    basis = rng.choice(
        (
            f"根据{law}和{notice}要求，编制本报告。",
            f"按照{law}、{notice}有关要求，现公布{title(facts)}。",
        )
    )
    parts = "、".join(section.title for section in facts.edition.sections)
    listing = rng.choice(("", f"本报告由{parts}六部分组成。", f"报告内容包括{parts}等六个部分。"))
    year = facts.year
    period = rng.choice(
        (
            f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
            f"统计期限为{year}年1月1日至12月31日。",
            f"本报告数据统计期限自{year}年1月1日起，至12月31日止。",
        )
    )
    return basis + listing + period


# The notice that prescribes a form, by the edition's id: its title is no form data.
_NOTICES = {
    "2019": "关于政府信息公开工作年度报告有关事项的通知",
    "2021": "关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知",
}


def overview(rng: Random, facts: Facts) -> list[str]:
    """Return section one: an opening and the five aspects the form names."""
    texts = (
        _published(rng, facts),
        _requested(rng, facts) + rng.choice(_HANDLING),
        _managed(rng, facts) + rng.choice(_CARE),
        _platforms(rng, facts),
        _supervised(rng, facts),
    )
    run_in = rng.random() < 0.5
    wording = rng.randrange(3)
    numbers = rng.choice((_CLAUSES, _CLAUSES, _ITEMS))
    lines = [facts.fill(rng.choice(_OPENINGS))]
    for number, names, text in zip(numbers, _ASPECTS, texts, strict=True):
        head = number + names[wording]
        lines += [f"{head}。{text}"] if run_in else [head, text]
    return lines


def _published(rng: Random, facts: Facts) -> str:
    organs, policies, finance = (rng.randint(3, 90) for _ in range(3))
    total = organs + policies + finance
    return facts.fill("{year}年，{me}") + rng.choice(
        (
            f"通过{facts.organ.site}主动公开政府信息{total}条，其中机构职能信息{organs}条、政策文件信息{policies}条、财政信息{finance}条。",
            f"在{facts.organ.site}主动公开政府信息{total}条，方便群众查阅和监督。",
        )
    )


def _requested(rng: Random, facts: Facts) -> str:
    """Return what is said of the requests: as the table has it, or nothing in figures."""
    received, before = facts.request("received"), facts.request("carried_in")
    answered, after = facts.request("outcome.total"), facts.request("carried_out")
    if not (received or before or after):
        return facts.fill(
            rng.choice(
                (
                    "{year}年，{me}未收到政府信息公开申请。",
                    "{year}年，{me}收到政府信息公开申请0件，上年结转0件。",
                    "",
                )
            )
        )
    persons = facts.request("received", "natural_person")
    return facts.fill("{year}年，{me}") + rng.choice(
        (
            f"新收政府信息公开申请{received}件，上年结转{before}件，办结{answered}件，结转下年度继续办理{after}件。",
            f"收到政府信息公开申请{received}件，其中自然人申请{persons}件，法人或其他组织申请{received - persons}件。",
            f"收到政府信息公开申请{received}件，均依法依规处理。",
            "依法办理政府信息公开申请。",
        )
    )


def _managed(rng: Random, facts: Facts) -> str:
    documents = facts.figures["active"]
    if ("normative_document", "in_force") not in documents or rng.random() < 0.5:
        return ""
    issued, repealed, in_force = (
        documents["normative_document", key] for key in ("issued", "repealed", "in_force")
    )
    return f"全年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。"


def _platforms(rng: Random, facts: Facts) -> str:
    return facts.fill(
        rng.choice(
            (
                f"优化门户网站信息公开专栏{rng.randint(2, 9)}个，规范政务新媒体管理，方便群众查询。",
                f"{{me}}运维政务新媒体账号{rng.randint(1, 3)}个，在办事大厅设置查阅点{rng.randint(1, 6)}处。",
            )
        )
    )


def _supervised(rng: Random, facts: Facts) -> str:
    training = f"组织业务培训{rng.randint(1, 6)}次，安排专人负责日常工作。"
    if not facts.organ.government:
        return training + rng.choice(("主动接受社会监督。", "将政务公开纳入年度考核。"))
    return training + rng.choice(
        (
            "将政府信息公开纳入绩效，工作考核结果良好，社会评议总体满意，全年未发生责任追究情形。",
            "开展工作考核和社会评议，未出现需要责任追究的情况。",
        )
    )


def disputes(facts: Facts) -> str:
    """Return a sentence on table four that agrees with it."""
    cells = facts.figures["litigation"]
    reviews, direct, after = (
        cells["cases", f"{group}.total"]
        for group in ("reconsideration", "direct_suit", "suit_after_reconsideration")
    )
    return facts.fill(
        f"{{year}}年，{{me}}因政府信息公开被申请行政复议{reviews}件，被提起行政诉讼{direct + after}件。"
    )


def lead_in(rng: Random) -> str:
    """Return a sentence that some reports put before a table."""
    return rng.choice(("该部分以表格形式报告，表格如下：", "具体情况见下表。"))


def problems(rng: Random, facts: Facts) -> list[str]:
    """Return section five: numbered problems, and as many numbered measures."""
    chosen = rng.sample(_PROBLEMS, rng.randint(2, 3))
    lacks, cures = zip(*chosen, strict=True)
    if rng.random() < 0.5:
        return [
            facts.fill("{year}年，{me}政府信息公开工作仍存在以下问题：") + _series(lacks, rng),
            "针对上述问题，下一步将采取以下改进措施：" + _series(cures, rng),
        ]
    return [
        "（一）存在的主要问题",
        *(f"{number}.{lack}。" for number, lack in enumerate(lacks, 1)),
        "（二）改进情况",
        *(f"{number}.下一步将{cure}。" for number, cure in enumerate(cures, 1)),
    ]


def _series(items: tuple[str, ...], rng: Random) -> str:
    mark = rng.choice("；。")
    return (
        mark.join(f"{number}是{item}" for number, item in zip("一二三", items, strict=False)) + "。"
    )


def other_matters(rng: Random, facts: Facts) -> list[str]:
    """Return section six: the fee for processing, which every report after 2019 has to mention."""
    nothing = rng.choice(("无其他需要报告的事项。", "本年度没有其他需要报告的事项。"))
    if facts.year <= 2019:
        return [nothing]
    tariff = (
        "《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）"
    )
    unpaid = facts.figures["applications"].get(("outcome.other.fee_not_paid", "total"))
    if unpaid:
        return [
            f"按照{tariff}规定，本年度发出收费通知{unpaid}件，申请人均逾期未缴费，实际收取信息处理费0元。"
        ]
    return [
        rng.choice(
            (
                f"按照{tariff}规定的按件、按量收取标准，本年度未收取信息处理费。",
                f"{facts.year}年，{facts.organ.me}未收取信息处理费。{nothing}",
            )
        )
    ]


def signature(rng: Random, facts: Facts) -> list[str]:
    """Return organ and date as they close some reports."""
    return rng.choice(([], [], [facts.organ.name, f"{facts.year + 1}年1月{rng.randint(5, 28)}日"]))
