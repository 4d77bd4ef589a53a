"""Leads, partners and dates in a bracket behind what will be done."""

from oneplan.document.schema import Action, Due, Element, Funding, Statement
from oneplan.exchange.plan_readers.named_leads import name_leads


def _read(text: str) -> Element:
    element = Element(
        kind="priority", title="Rivers", statements=[Statement(kind="activity", text=text)]
    )
    name_leads([element])
    return element


def test_an_activity_with_a_lead_of_its_own_is_an_action() -> None:
    element = _read("Fence the brook (Lead: River Warden; by March 2026)")
    (action,) = element.actions
    assert element.statements == []
    assert (action.text, action.leads) == ("Fence the brook", ["River Warden"])
    assert action.due is not None
    assert action.due.month == "2026-03"


def test_partners_named_beside_the_lead_are_kept() -> None:
    (action,) = _read("Plant alders (lead: Tree Officer, partners: Farmers, Schools)").actions
    assert action.leads == ["Tree Officer"]
    assert action.partners == ["Farmers", "Schools"]


def test_an_activity_without_a_lead_stays_what_it_was() -> None:
    element = _read("Fence the brook (12 km in all)")
    assert element.actions == []
    assert [said.text for said in element.statements] == ["Fence the brook (12 km in all)"]


def test_an_action_of_a_list_takes_the_lead_behind_it() -> None:
    element = Element(
        kind="priority", title="Rivers", actions=[Action(text="Walk the banks (Owner: Rangers).")]
    )
    name_leads([element])
    assert (element.actions[0].text, element.actions[0].leads) == ("Walk the banks.", ["Rangers"])


def test_where_one_activity_has_a_lead_all_are_actions() -> None:
    element = Element(
        kind="priority",
        title="Rivers",
        statements=[
            Statement(kind="activity", text="Fence the brook (lead: River Warden)"),
            Statement(kind="activity", text="Plant alders by June 2025"),
        ],
    )
    name_leads([element])
    assert [action.text for action in element.actions] == [
        "Fence the brook",
        "Plant alders by June 2025",
    ]
    assert element.actions[1].due is not None
    assert element.actions[1].due.month == "2025-06"


def test_an_item_that_only_says_who_or_when_belongs_to_the_action_above() -> None:
    texts = ("Fence the brook", "lead: River Warden", "by: May 2025", "Partners: Farmers, Schools")
    element = Element(
        kind="priority", title="Rivers", actions=[Action(text=text) for text in texts]
    )
    name_leads([element])
    (action,) = element.actions
    assert (action.leads, action.partners) == (["River Warden"], ["Farmers", "Schools"])
    assert action.due is not None
    assert action.due.month == "2025-05"


def test_a_date_behind_a_comma_needs_no_by() -> None:
    (action,) = _read("Fence the brook (Lead: River Warden, December 2031)").actions
    assert action.leads == ["River Warden"]
    assert action.due is not None
    assert action.due.month == "2031-12"


def test_a_comma_in_a_post_is_no_date() -> None:
    (action,) = _read("Fence the brook (Lead: Head of Rivers, Lakes and Ponds)").actions
    assert action.leads == ["Head of Rivers, Lakes and Ponds"]
    assert action.due is None


def test_money_in_the_bracket_is_the_actions() -> None:
    (action,) = _read("Fence the brook (Lead: River Warden; £4,500)").actions
    assert [part.amount for part in action.funding] == [4500]
    assert action.text == "Fence the brook"


def test_what_a_bracket_says_besides_stays_in_the_words() -> None:
    (action,) = _read("Fence the brook (Lead: River Warden; subject to frost)").actions
    assert action.text == "Fence the brook (subject to frost)"


def test_a_lead_in_a_sentence_of_its_own_is_taken() -> None:
    (action,) = _read("Fence the brook by June 2031. Lead: River Warden").actions
    assert action.leads == ["River Warden"]
    assert action.text == "Fence the brook by June 2031."


def test_a_post_alone_in_the_bracket_or_behind_a_dash_leads() -> None:
    (fenced,) = _read("Fence the brook by June 2031 (Head of Rivers)").actions
    assert (fenced.text, fenced.leads) == ("Fence the brook by June 2031", ["Head of Rivers"])
    (told,) = _read("Publish a guide to newts – Communications Officer, June 2031").actions
    assert (told.text, told.leads) == ("Publish a guide to newts", ["Communications Officer"])
    assert told.due is not None
    assert told.due.month == "2031-06"


def test_words_behind_a_dash_that_are_no_post_stay() -> None:
    element = _read("Publish a guide – with pictures of newts, June 2031")
    assert element.actions == []


def test_a_date_that_the_words_give_too_is_said_once() -> None:
    element = Element(
        kind="priority",
        title="Rivers",
        actions=[
            Action(
                text="Fence the brook (Lead: River Warden; by June 2031)",
                due=Due(text="by June 2031", month="2031-06"),
            )
        ],
    )
    name_leads([element])
    assert element.actions[0].text == "Fence the brook"


def test_labelled_sentences_behind_an_action_say_who_with_whom_and_with_what() -> None:
    (action,) = _read(
        "R1 Fence the brook by May 2026. Lead: River Warden. Partners: Farmers, Schools."
        " Funding: £8,000 (Lottery) and £1,500 (Parish)."
    ).actions
    assert (action.ref, action.text) == ("R1", "Fence the brook by May 2026.")
    assert action.leads == ["River Warden"]
    assert action.partners == ["Farmers", "Schools"]
    assert [(money.amount, money.label) for money in action.funding] == [
        (8000, "Lottery"),
        (1500, "Parish"),
    ]
    assert action.due is not None
    assert action.due.month == "2026-05"


def test_the_sums_of_a_listed_action_are_counted_once() -> None:
    listed = Action(
        text="Walk the banks. Owner: Rangers. Cost: £300",
        funding=[Funding(text="£300", amount=300)],
    )
    name_leads([Element(kind="priority", title="Rivers", actions=[listed])])
    assert (listed.text, listed.leads) == ("Walk the banks.", ["Rangers"])
    assert [money.amount for money in listed.funding] == [300]


def test_activities_that_all_have_a_reference_are_actions() -> None:
    element = Element(
        kind="priority",
        title="Rivers",
        statements=[
            Statement(kind="activity", text="R1 Fence the brook"),
            Statement(kind="activity", text="R2 Plant alders by June 2025"),
        ],
    )
    name_leads([element])
    assert [action.ref for action in element.actions] == ["R1", "R2"]


def test_a_colon_inside_a_sentence_labels_nothing() -> None:
    element = _read("Publish a guide. Residents asked: where can we swim?")
    assert element.actions == []
