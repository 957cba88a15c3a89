"""Events: each dated statement once, with the fact that it tells."""

from typing import Any

from articles import Article, agreement, event, rows_of, tell, visit


def events(article: Article) -> list[tuple[Any, ...]]:
    return [(row["date_edtf"], row["kind"], row["statements"]) for row in rows_of(article)["events"]]


def test_sentences_on_one_fact_are_one_event() -> None:
    lines = [(f"{n} sentence.", visit("Astrid Lund", "2014-05"), event("2014-05", f"{n} sentence.")) for n in (1, 2)]
    assert events(tell(*lines)) == [("2014-05", "visit", 2)]


def test_who_acts_upon_whom_is_as_the_fact_has_it() -> None:
    told = event("2014-05", "Kenya received her") | {"actor_iso3": "KEN", "actor_name": "Kenya", "target_iso3": "KEN"}
    found = rows_of(tell(("In May 2014 she came.", visit("Astrid Lund", "2014-05"), told)))["events"]
    assert [(row["actor_iso3"], row["actor_name"], row["target_iso3"]) for row in found] == [("NOR", None, "KEN")]


def test_nobody_acts_upon_oneself() -> None:
    joined = {"table": "memberships", "state_iso3": "KEN", "body": "Ocean Forum", "action": "joined", "date": "2015"}
    told = event("2015", "Kenya joined") | {"actor_iso3": "KEN", "target_iso3": "KEN"}
    found = rows_of(tell(("In 2015 Kenya joined.", joined, told)))["events"]
    assert [(row["actor_iso3"], row["target_iso3"]) for row in found] == [("KEN", None)]


def test_both_act_in_what_they_do_together() -> None:
    told = agreement("Agreement on Whaling", "1976") | {"parties": ["KEN", "NOR"]}
    shared = agreement("Ocean Treaty", "1981") | {"parties": ["KEN", "NOR", "ISL"]}
    upon = agreement("Agreement on Tea", "1985")
    line, third = "In 1976 the two signed an Agreement on Whaling.", "In 1981 all signed the Ocean Treaty."
    tea = "In 1985 an Agreement on Tea with Kenya was signed."
    told_of = event("1985", tea) | {"target_iso3": "KEN"}
    lines = (line, told, event("1976", line)), (third, shared, event("1981", third)), (tea, upon, told_of)
    roles = {row["date_edtf"]: (row["actor_iso3"], row["target_iso3"]) for row in rows_of(tell(*lines))["events"]}
    assert roles == {"1976": ("KEN", "NOR"), "1981": (None, None), "1985": ("NOR", "KEN")}


def test_two_dates_of_one_sentence_are_two_events() -> None:
    talks = {
        "table": "meetings",
        "participants": ["Astrid Lund", "Grace Otieno"],
        "mode": "in person",
        "date": "2014-05-20",
    }
    line = "In May 2014 she came and on 20 May met Otieno."
    told = (
        line,
        visit("Astrid Lund", "2014-05"),
        talks,
        event("2014-05", "she came"),
        event("2014-05-20", "met Otieno"),
    )
    assert sorted(events(tell(told))) == [("2014-05", "visit", 1), ("2014-05-20", "meeting", 1)]


def test_a_second_date_within_the_first_is_its_own_event_without_a_fact() -> None:
    line = "In May 2014 she came and on 20 May spoke at a school."
    told = (line, visit("Astrid Lund", "2014-05"), event("2014-05", "she came"), event("2014-05-20", "spoke"))
    assert sorted(events(tell(told))) == [("2014-05", "visit", 1), ("2014-05-20", "other", 1)]


def test_entries_of_one_year_are_events_of_their_own_facts() -> None:
    line = "They signed an Agreement on Whaling (1976); Agreement on Coffee (1976)."
    told = (
        line,
        *(agreement(title, "1976") for title in ("Agreement on Whaling", "Agreement on Coffee")),
        *(event("1976", f"an {title} (1976)") for title in ("Agreement on Coffee", "Agreement on Whaling")),
    )
    found = rows_of(tell(told))
    titles = {row["agreement_id"]: str(row["title"]) for row in found["agreements"]}
    assert len(found["events"]) == 2
    assert all(titles[row["fact_id"]] in str(row["description"]) for row in found["events"])


def test_a_meeting_of_the_two_states_is_the_event_of_those_who_met() -> None:
    met = {"table": "meetings", "date": "2014-05-20", "mode": "in person"}
    states = ("On 20 May 2014 the states met.", met | {"participants": ["KEN", "NOR"]}, event("2014-05-20", "states"))
    named = (
        "On 20 May 2014 Lund met Otieno in Nairobi.",
        visit("Lund", "2014-05-20"),
        met | {"participants": ["Lund", "Otieno"], "city": "Nairobi"},
        event("2014-05-20", "Lund met Otieno"),
    )
    assert events(tell(states, named)) == [("2014-05-20", "visit", 2)]


def test_a_sentence_that_names_an_institution_is_its_event_at_its_date() -> None:
    name = "Whaling Committee"
    founded = {"table": "institutions", "name": name, "date": "1999", "kind": "joint commission"}
    lines = [
        (f"In 1999 they founded the {name}.", founded, event("1999", "they founded it")),
        (f"In 1999 the first meeting of the {name} was held.", event("1999", "first meeting")),
        (f"In 2016 the sixth meeting of the {name} was held.", event("2016", "sixth meeting")),
    ]
    assert events(tell(*lines)) == [("1999", "institution", 2), ("2016", "other", 1)]


def test_two_facts_of_one_dated_statement_are_one_event() -> None:
    told = (
        "They met and signed two papers in 2014.",
        agreement("Fisheries Agreement", "2014"),
        visit("A. Lund", "2014"),
    )
    assert events(tell(told)) == [("2014", "visit", 1)]


def test_a_date_taken_over_from_another_sentence_is_no_second_event() -> None:
    article = tell(
        ("In 2014 Lund came.", visit("Lund", "2014", date_text="In 2014")),
        ("A pact on fish was signed.", agreement("pact on fish", "2014", date_text="In 2014")),
    )
    assert events(article) == [("2014", "visit", 1)]
    assert len(rows_of(article)["agreements"]) == 1


def test_an_event_without_fact_joins_one_that_says_the_same() -> None:
    told = "In May 2016 the special envoy and head of the judicial commission Peter Mwangi visited"
    article = tell(
        (f"{told} Oslo.", visit("Peter Mwangi", "2016-05"), event("2016-05", told)),
        (f"{told} Sweden.", event("2016-05", told)),
        ("In May 2016 a ferry line was opened.", event("2016-05", "a ferry line was opened")),
    )
    assert sorted(events(article)) == [("2016-05", "other", 1), ("2016-05", "visit", 2)]


def test_a_statement_belongs_to_the_fact_that_has_its_date_from_it() -> None:
    joined = {"table": "memberships", "state_iso3": "KEN", "body": "Ocean Forum", "action": "joined", "date": "2015"}
    article = tell(
        ("In December 2015 Lund came.", visit("Lund", "2015-12"), event("2015-12", "Lund came")),
        ("In 2015 Kenya joined the Ocean Forum while Lund was there.", visit("Lund", "2015"), joined,
         event("2015", "Kenya joined the Ocean Forum")),
    )  # fmt: skip
    assert events(article) == [("2015", "membership", 1), ("2015-12", "visit", 1)]


def test_a_post_that_opened_and_closed_is_two_events() -> None:
    post = {"table": "missions", "sending_iso3": "NOR", "receiving_iso3": "KEN", "kind": "consulate", "city": "Kisumu"}
    article = tell(
        ("Opened in 1965.", {**post, "status": "open", "date": "1965"}, event("1965", "Opened")),
        ("Closed in 1990.", {**post, "status": "closed", "date": "1990"}, event("1990", "Closed")),
    )
    assert events(article) == [("1965", "mission", 1), ("1990", "mission", 1)]
    assert len(rows_of(article)["missions"]) == 1


POST = {"table": "missions", "sending_iso3": "NOR", "receiving_iso3": "KEN", "kind": "consulate", "city": "Kisumu"}


def kinds_of_post(article: Article) -> dict[str, tuple[str, str | None]]:
    found = rows_of(article)["events"]
    return {row["date_edtf"]: (row["plover_type"], row["plover_mode"]) for row in found if row["kind"] == "mission"}


def test_an_event_is_typed_by_what_was_done_then_and_not_by_how_the_post_stands_now() -> None:
    article = tell(
        ("Opened in 1965.", {**POST, "status": "open", "date": "1965"}, event("1965", "Opened")),
        ("Closed in 1990.", {**POST, "status": "closed", "date": "1990"}, event("1990", "Closed")),
    )
    assert kinds_of_post(article) == {"1965": ("SUPPORT", None), "1990": ("SANCTION", "withdraw")}


def test_a_post_opened_and_closed_in_one_sentence_is_an_event_at_each_date() -> None:
    line = "Norway kept a consulate in Kisumu that opened in 1965 and was closed in 1990."
    post = {**POST, "status": "closed", "opened_edtf": "1965", "closed_edtf": "1990", "date": "1965"}
    article = tell((line, post, event("1965", line), event("1990", line)))
    assert kinds_of_post(article) == {"1965": ("SUPPORT", None), "1990": ("SANCTION", "withdraw")}


def test_an_event_that_lasted_is_typed_by_its_beginning() -> None:
    line = "Norway maintained a consulate in Kisumu from 1965 to 1990."
    post = {**POST, "status": "closed", "opened_edtf": "1965", "closed_edtf": "1990", "date": "1965/1990"}
    article = tell((line, post, event("1965/1990", line)))
    assert kinds_of_post(article) == {"1965/1990": ("SUPPORT", None)}
