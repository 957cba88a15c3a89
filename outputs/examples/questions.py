# %% [markdown]
"""Five questions to a release, one a cell, each a function that gives a frame.

Run it whole (`python -m outputs.examples.questions [FOLDER OF RELEASES]`), or cell by cell in an editor that knows
`# %%`. Only pandas and `outputs.load` are needed.
"""

# %% Set up
from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

from outputs.loading import ROOT, load

TOPICS = {
    "taxation": "tax",
    "investment": "invest",
    "trade and customs": "trade|customs|commerc|tariff",
    "transport": r"\bair\b|aviation|transport|shipping|maritime",
    "culture and education": "cultur|educat|scien|universit|scholar|touris|sport",
    "security and defence": "defen[cs]e|military|secur|police|extradit|crim|nuclear",
    "visas and migration": "visa|migra|passport|consular",
    "energy and environment": "energy|oil|gas|environment|climate|water",
    "health and farming": "health|medic|vaccin|agricult|farm|fish",
    "friendship and co-operation": "friend|co-?operat|partner|relations",
}
"""Words in the title or the topic of an agreement that tell what it is about; the first topic that fits is taken."""


# %% 1. How often did officials of two states visit each other, year by year?
def visits_per_year(one: str, other: str, root: str | Path = ROOT) -> pd.DataFrame:
    """A row a year, from the first visit to the last, and a column a direction ("JPN → ARG"); no visit is 0."""
    visits = load("visits", root=root)
    visits = visits[visits.relation_id == "-".join(sorted((one, other)))].dropna(subset="date_start")
    directions = [f"{one} → {other}", f"{other} → {one}"]
    ways = visits.sending_iso3 + " → " + visits.receiving_iso3
    counts = pd.crosstab(visits.date_start.dt.year.rename("year"), ways.rename("direction"))
    years = range(counts.index.min(), counts.index.max() + 1) if len(counts) else range(0)
    return counts.reindex(index=pd.Index(years, name="year"), columns=directions, fill_value=0).astype("int64")


# %% 2. Who has an embassy where?
def embassies(root: str | Path = ROOT) -> pd.DataFrame:
    """A row a sending state and a column a receiving one, with the city of the open embassy or high commission.

    An empty cell means that no article tells of one, not that there is none.
    """
    missions = load("missions", root=root)
    missions = missions[missions.kind.isin(["embassy", "high commission"]) & (missions.status == "open")]
    missions = missions.assign(city=missions.city.fillna("?"))
    pairs = missions.groupby(["sending_iso3", "receiving_iso3"]).city.agg(lambda cities: ", ".join(sorted(set(cities))))
    return pairs.unstack(fill_value="")


# %% 3. How did the trade of two states develop?
def trade_over_time(one: str, other: str, root: str | Path = ROOT) -> pd.DataFrame:
    """A row a year and currency, a column a flow, in millions; exports and imports as seen from `one`.

    Where a year has several figures for a flow, it is their median; figures are in the prices of their day.
    """
    trade = load("trade", root=root)
    trade = trade[(trade.relation_id == "-".join(sorted((one, other)))) & (trade.measure == "value")]
    trade = trade.dropna(subset=["date_start", "value"])
    turned = trade.reporter_iso3.eq(other).fillna(False).astype(bool)
    flow = trade.flow.astype(object)
    flow = flow.mask(turned & flow.eq("export"), "imports").mask(turned & flow.eq("import"), "exports")
    flow = flow.replace({"export": "exports", "import": "imports"}).mask(turned & trade.flow.eq("balance"))
    keys = [trade.date_start.dt.year.rename("year"), trade.currency, flow.rename("flow")]
    return (trade.value.astype("float64") / 1e6).groupby(keys).median().unstack()


# %% 4. What are the agreements about?
def agreements_by_topic(root: str | Path = ROOT) -> pd.DataFrame:
    """A row a topic: how many agreements with a title, of how many pairs of states, in which years first and last."""
    agreements = load("agreements", root=root)
    agreements = agreements.dropna(subset="title")
    words = agreements.title.str.cat(agreements.topic, sep=" ", na_rep="").str.lower()
    topic = pd.Series("other", index=agreements.index, name="topic")
    for name, pattern in reversed(TOPICS.items()):
        topic[words.str.contains(pattern, regex=True)] = name
    grouped = agreements.assign(year=agreements.date_start.dt.year.astype("Int64")).groupby(topic)
    found = grouped.agg(
        agreements=("agreement_id", "size"),
        pairs=("relation_id", "nunique"),
        first=("year", "min"),
        last=("year", "max"),
    )
    return found.sort_values(["agreements", "topic"], ascending=[False, True])


# %% 5. Who is tied to whom, and how closely?
def network(root: str | Path = ROOT) -> pd.DataFrame:
    """An edge list: a row a pair of states, with counts of what ties them and their sum as weight, heaviest first.

    `networkx.from_pandas_edgelist(network(), "one", "other", "weight")` makes a graph of it.
    """
    relations = load("relations", root=root)
    parts = ["visits", "meetings", "agreements", "missions", "partnerships"]
    edges = relations[["state_a_iso3", "state_b_iso3", *(f"{part}_count" for part in parts)]]
    edges = edges.set_axis(["one", "other", *parts], axis="columns")
    return edges.assign(weight=edges[parts].sum(axis="columns")).sort_values(["weight", "one"], ascending=[False, True])


def centrality(edges: pd.DataFrame) -> pd.DataFrame:
    """For each state of an edge list how many others it is tied to, and the weight of its ties, heaviest first."""
    ends = pd.concat([edges.rename(columns={side: "state"})[["state", "weight"]] for side in ("one", "other")])
    summed = ends.groupby("state").agg(partners=("weight", "size"), weight=("weight", "sum"))
    return summed.sort_values(["weight", "state"], ascending=[False, True])


# %% All of it
def main(root: str | Path = ROOT) -> None:
    """Writes the answers to standard output, for the pair of states with the most visits."""
    relations = load("relations", root=root).sort_values(["visits_count", "relation_id"], ascending=[False, True])
    one, other = relations.iloc[0][["state_a_iso3", "state_b_iso3"]]
    edges = network(root)
    answers = {
        f"Visits a year between {one} and {other}": visits_per_year(one, other, root),
        "Who has an embassy where": embassies(root),
        f"Trade of {one} with {other}, in millions": trade_over_time(one, other, root),
        "Agreements by topic": agreements_by_topic(root),
        "A network of states": edges,
        "The states in it": centrality(edges),
    }
    for title, frame in answers.items():
        sys.stdout.write(f"\n{title}\n\n{frame.to_string()}\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
