"""The words by which plans head their columns, and how strongly each speaks for a role.

A phrase of several words counts as a whole and uses its words up: "target date" is a date, "lead
partner" is a lead. Plural and singular, capitals and punctuation make no difference.
"""

from __future__ import annotations

import re

from oneplan.exchange.plan_readers.tables.roles import Role

_PHRASES: dict[Role, dict[float, str]] = {
    "reference": {
        1.0: "ref | reference | ref no | reference no | reference number | action ref | action no"
        " | action number | action reference | action id | action code | item no | item number"
        " | unique ref | plan ref | objective ref | line no | serial no | cypp ref",
        0.9: "# | no | number | id | nr | item",
    },
    "action": {
        1.0: "action | key action | activity | key activity | task | what we will do | what will we do"
        " | what we are going to do | what are we going to do | what are we doing | what we will do next"
        " | what will be done | what needs to be done | what need to be done | what do we need to do"
        " | what we need to do | what needs to happen | what will happen | we will"
        " | what action will we take | how will we do it | how will we do this | how we will do it"
        " | how we will do this | how will we achieve it | how will we achieve this"
        " | how we will achieve this | how will we get there | how we will get there"
        " | action to be taken | action required | required action | agreed action | proposed action"
        " | action to be undertaken | planned activity | commitment | our commitment | intervention"
        " | recommended action | planned action | action and milestone | improvement action",
        0.8: "initiative | project | scheme | scheme name | project name | workstream action | deliverable | key deliverable | what | how"
        " | delivery action | detail of action | action detail | description of action",
        0.5: "description | brief description | short description | detail | work",
    },
    "steps": {
        1.0: "step | key step | sub action | subaction | sub task | key task | detailed action"
        " | how will it be done | implementation step | specific action | supporting action",
    },
    "start": {1.0: "start date | start | date started | commencement date | commence | starting"},
    "due": {
        1.0: "by when | when | timescale | time scale | timeframe | time frame | timeline | deadline"
        " | due date | due | target date | completion date | date for completion | end date"
        " | date of completion | complete by | completed by | to be completed by | finish date"
        " | target completion date | delivery date | when by | when will we do it | when will it be done"
        " | date due | by date | timing | planned completion | expected completion date"
        " | when will it happen | implementation date | date to be completed | target completion"
        " | to be achieved by | achieve by | delivery timescale | start and end date | to be done by"
        " | done by | finished by | finish by | end | month due | target month",
        0.8: "date | completion | schedule | by",
        0.5: "year",
    },
    "measures": {
        1.0: "measure | progress measure | performance measure | success measure | measure of success"
        " | success criteria | success criterion | success indicator | kpi | key performance indicator"
        " | how will we know | how we will know | how will we know it has worked | how we ll know"
        " | how do we know | how will success be measured | how will we measure success"
        " | how will it be measured | how will we measure it | how will we measure progress"
        " | how will progress be measured | how we will measure success | how we will measure progress"
        " | how we will know we have succeeded | how will we know if we have succeeded"
        " | how will we know we have made a difference | how will we know we have been successful"
        " | evidence of success | evidence of impact | indicator of success | success look like"
        " | what will success look like | what success will look like | what does success look like"
        " | what success looks like | what good looks like | what does good look like | what will be different"
        " | what difference will it make | outcome measure | impact measure | expected outcome"
        " | intended outcome | desired outcome | expected impact | intended impact | anticipated outcome"
        " | measurable outcome | performance indicator | measure and target | baseline and target"
        " | target and milestone | milestone and target | output | measurable output | key output"
        " | outcome and impact | measurement | monitoring measure | impact and outcome"
        " | indicator and target | planned outcome | indicator and milestone | success factor",
        0.8: "so what | impact | evidence | metric | benefit | result | difference | performance | success"
        " | progress indicator",
        0.6: "indicator and measure | monitoring | evaluation",
    },
    "indicator": {
        1.0: "national indicator | indicator code | indicator ref | indicator number | ni | ni ref"
        " | pi | pi ref | pi code | ni no | indicator name | local indicator | linked indicator",
        0.9: "indicator",
    },
    "baseline": {
        1.0: "baseline | base line | starting point | where are we now | where we are now"
        " | current performance | current position | current level | current baseline | baseline data"
        " | latest performance | actual | starting position | baseline position | outturn",
    },
    "target": {
        1.0: "target | target value | target level | year target | annual target | end target"
        " | where do we want to be | where we want to be | target for | final target | trajectory",
        0.6: "goal for",
    },
    "milestones": {
        1.0: "milestone | key milestone | interim milestone | quarterly milestone | interim target"
        " | quarter 1 | quarter 2 | quarter 3 | quarter 4 | quarter one | quarter two | quarter three"
        " | quarter four | q1 | q2 | q3 | q4 | qtr 1 | qtr 2 | qtr 3 | qtr 4 | 1st quarter"
        " | 2nd quarter | 3rd quarter | 4th quarter | milestone date",
    },
    "funding": {
        1.0: "financial resource | resource | funding | budget | cost | money | finance | investment"
        " | resource implication | financial implication | resource required | resource needed"
        " | funding source | source of funding | cost and funding | budget and resource | cost implication"
        " | how much | how much will it cost | how will it be funded | what will it cost | £"
        " | how will it be paid for | how will we pay for it | estimated cost | financial | spend"
        " | cost and resource | resource and funding | money available | available fund | fund | grant"
        " | budget available | resource available | cost £ | budget £",
    },
    "partners": {
        1.0: "partner | partner involved | list of partner | key partner | delivery partner | agency"
        " | agency involved | partner agency | other agency | organisation involved | who is involved"
        " | who will be involved | who else | who else is involved | with whom | who will help"
        " | who else will help | supporting partner | supporting organisation | supporting agency"
        " | supported by | working with | in partnership with | contributor | stakeholder"
        " | key stakeholder | who we will work with | who will we work with | partner organisation"
        " | involved | support from | key contributor | contributing partner | other partner"
        " | who needs to be involved | partner supporting | who will support",
        0.8: "organisation | support | who with | team involved | provider",
    },
    "leads": {
        1.0: "lead | lead officer | lead office | lead agency | lead partner | lead organisation"
        " | lead body | lead person | lead professional | lead post | lead name | action lead | owner"
        " | action owner | named lead | responsible | responsibility | responsible officer"
        " | responsible person | responsible lead | responsible agency | responsible organisation"
        " | person responsible | officer responsible | who is responsible | by whom | accountable"
        " | accountable officer | accountability | who will do it | who will lead | who will lead it"
        " | who will lead this | who is leading | who is the lead | senior responsible officer | sro"
        " | who will do this | who by | led by | delivered by | lead responsibility | delivery lead"
        " | lead contact | accountable lead | who will be responsible | strategic lead"
        " | operational lead | lead director | lead manager | project lead | post holder | postholder"
        " | who will take the lead | assigned to | lead officer agency | lead officer organisation"
        " | lead officer and agency | lead agency officer | lead officer and organisation | taking the lead"
        " | lead officer service | lead agency and officer | who lead",
        0.9: "who | whom | officer | contact | manager | lead service | lead team",
    },
    "strategies": {
        1.0: "strategy | plan | link to plan | linked plan | linked strategy | related plan"
        " | strategic link | related strategy | policy | key strategy | supporting strategy"
        " | supporting plan | link to other plan | existing plan | other plan | policy link"
        " | link to strategy | strategic plan | related policy | cross reference to plan | strategic fit",
        0.7: "link | linked to | link to",
    },
    "groups": {
        1.0: "group | existing group | governance group | board | reporting group | delivery group"
        " | governance | reporting to | report to | reports to | reporting | oversight | monitored by"
        " | steering group | responsible group | lead group | accountable group | partnership group"
        " | forum | accountable body | governance board | monitoring group | overseen by | committee"
        " | working group | delivery board | responsible board | sub group | body | existing body"
        " | linked group | related group",
    },
    "places": {
        1.0: "place | location | locality | ward | district | where | target area | geographical area"
        " | hotspot | neighbourhood | area covered | target location",
    },
    "status": {
        1.0: "status | rag | rag status | rag rating | brag | brag rating | brag status | rating"
        " | traffic light | progress rag | delivery status | action status | progress status"
        " | current status | delivery rag | rag rated | red amber green | on track | current rag"
        " | status rag | overall rag | status of action | progress rating",
    },
    "progress": {
        1.0: "progress | update | progress update | comment | commentary | note | progress to date"
        " | latest update | latest position | progress report | review | action taken | position"
        " | quarterly update | q1 update | q2 update | q3 update | q4 update | progress and comment"
        " | narrative | what we have done | what have we done | achieved to date | remark"
        " | progress comment | current | latest | current figure | current value | year end position | progress so far | risk | risk and issue | issue"
        " | review date | date reviewed | last updated | date of review | date updated | rationale"
        " | percentage complete | percent complete | per cent complete | percentage completed | percentage progress"
        " | date completed | completed date | actual completion date | actual date | actual end date"
        " | date achieved | direction of travel | trend | confidence | confidence rating | assurance"
        " | dependency | quarter 1 progress | quarter 2 progress | quarter 3 progress | quarter 4 progress"
        " | quarter 1 update | quarter 2 update | quarter 3 update | quarter 4 update"
        " | q1 progress | q2 progress | q3 progress | q4 progress | actual | actual figure"
        " | q1 actual | q2 actual | q3 actual | q4 actual",
        0.8: "complete | completed",
    },
    "outcome": {
        1.0: "outcome | strategic outcome | key outcome | ecm outcome | population outcome"
        " | every child matters outcome | outcome area",
        0.8: "ambition | vision | goal | strategic goal",
    },
    "priority": {
        1.0: "priority | strategic priority | key priority | objective | strategic objective"
        " | key objective | aim | theme | strategic aim | cypp priority | link to priority"
        " | priority area | priority theme | what do we want to achieve | what we want to achieve"
        " | what are we trying to achieve | what we are trying to achieve | our objective",
        0.8: "pillar | strand | programme",
    },
    "area": {
        1.0: "area for improvement | area of focus | focus area | key area | area for development"
        " | area for action | workstream | work stream | sub priority | sub objective"
        " | area of improvement | key area for improvement | key theme | area of work",
        0.8: "area | focus | section",
    },
    "category": {1.0: "category | type | action type | type of action | action category"},
    "recommendation": {
        1.0: "recommendation | inspection recommendation | ofsted recommendation | finding"
        " | report recommendation | inspection finding | source report | inspection report | report"
        " | recommendation from report | recommendation and report",
    },
    "page": {1.0: "page | page no | page number | report page | page reference | page ref"},
}


_WORD = re.compile(r"[^\W_]+|£|#")
_SHORTEST_PLURAL = 4


def words_of(text: str) -> list[str]:
    """The words of a header in the singular, without capitals and punctuation."""
    return [_singular(word) for word in _WORD.findall(text.casefold())]


def _singular(word: str) -> str:
    if len(word) < _SHORTEST_PLURAL or word.endswith(("ss", "us", "sis", "this")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")


def _table() -> dict[tuple[str, ...], tuple[Role, float]]:
    table: dict[tuple[str, ...], tuple[Role, float]] = {}
    for role, by_weight in _PHRASES.items():
        for weight, phrases in by_weight.items():
            for phrase in phrases.split("|"):
                table.setdefault(tuple(words_of(phrase)), (role, weight))
    return table


HEADER_PHRASES = _table()
LONGEST_PHRASE = max(len(phrase) for phrase in HEADER_PHRASES)
