"""What a reader of the codebook needs beside the columns: how to join the tables with other data, and their limits."""

from __future__ import annotations

JOINS = """\
Inside the release: `relation_id` leads from a fact to `relations`, each `…_iso3` to `states`, `person_id` to `people`,
`events.fact_table` with `events.fact_id` to the row that has the fact in detail, `evidence.table` with
`evidence.row_id` to the row that a span supports. Places in a text (`start`, `end`, `position`) count Unicode code
points from 0, as Python, R and DuckDB do; JavaScript, Java and C# count UTF-16 units, which are more from the first
emoji on.

To other data, always through `states` (each table of facts names a state by `…_iso3` alone):

| other data | key here | key there | mind |
|---|---|---|---|
| World Bank, UN, most others | `states.iso3` where `code_scheme` is `iso3166-1` | ISO 3166-1 alpha-3 | \
a state that is no more keeps its own code (`SUN`) and finds no partner |
| Correlates of War | `states.cow` | state number (`ccode`) | \
use the year too: after a union or a break the number may be another's; null for what is no state there |
| Gleditsch-Ward, Archigos, UCDP | `states.gw` | `gwcode`, `gwno` | \
differs from COW for a few states, among them Germany, Vietnam, Yemen and Tonga |
| Wikidata | `states.wikidata_qid`; `people.wikidata_title` is an article, not an item | Q number | |
| COLT (travel of heads of state and government) | \
`visits` with `rank` in head of state, head of government: sending state, receiving state, year of `date_start` | \
traveller's state, state visited, year | COLT has all trips of a leader; `visits` has those that an article tells |
| AidData (development finance) | \
`aid` with `donor_iso3`, `recipient_iso3`, year of `date_start`, `status` committed | \
donor, recipient, year of commitment | one row here is a statement, not a project: never add up a year of them |
| UN Comtrade, IMF DOTS | `trade` with `reporter_iso3`, `partner_iso3`, `flow`, `measure` value, year | \
reporter, partner, flow, year | the figures are those that an article quotes, in the money of the day |
| PLOVER, POLECAT | `events.plover_type`, `events.plover_mode` with actor, target, date | event type, mode, \
source and target country, date | null where no type of that ontology fits; only dated statements are events |

A pair of states is one row in `relations` whatever the direction; other dyadic data have two directed rows. Join them
on the two codes in alphabetical order for an undirected measure, on sending and receiving state for a directed one. A
fact whose date is a month or a year has a `date_start` on its first day: test `date_precision` before you match
days."""

LIMITS = """\
- The data are what articles say, not what happened: a pair of states without an article has no row, and long articles
  have more facts than short ones. Compare counts between pairs with care.
- A null is an unknown, never a no. No `closed_edtf` does not mean that a mission is open today.
- A program read this; the scores above tell how often it misses and errs. Read `evidence` before you build on a row.
- An article is of its revision (`articles.timestamp`); what happened later is not there.
- The source is never corrected: where a statement disagrees with a fact, `has_conflict` is true and `conflicts` has
  both. `people` has no such column: names that may be one person's are in `conflicts` alone. Where two rows disagree,
  each of them has a row in `conflicts`, so that one disagreement is two rows.
- Names are as written: the same visitor may occur under several spellings; `person_id` joins those that are surely one.
- Amounts are as stated, in the currency and prices of their day, and some are rounded (`approximate`).
- Parties that are no states have a code too; `states.code_scheme` tells which, and says nothing on their status."""
