"""README.md: what the release is, and how to load, join and cite it; also the dataset card of data hubs."""

from __future__ import annotations

from outputs.describe import FIRST
from outputs.markdown import code, grid
from outputs.model import Release

PATH = "README.md"
ROUND = FIRST

TEXT = """\
# Bilaterals {version}

Open data on how states deal with each other, read by a program from wiki articles on pairs of states. Each fact comes
with the sentence that states it and, where the source has revisions, a link to that sentence.

{tables}

[CODEBOOK.md](CODEBOOK.md) explains every table, column and code; [CHANGELOG.md](CHANGELOG.md) says what changed;
[validation/report.html](validation/report.html) shows what was tested. `sha256sum -c SHA256SUMS` checks the files.

## Load

Python, with every type kept; column descriptions are in `visits.attrs`:

```python
import pandas

visits = pandas.read_parquet("parquet/visits.parquet", dtype_backend="pyarrow")
recent = visits[visits.date_start.dt.year >= 2015]
```

Dates are days: compare them with `datetime.date`, or by parts as above.

R:

```r
visits <- arrow::read_parquet("parquet/visits.parquet")
```

DuckDB:

```sql
SELECT sending_iso3, receiving_iso3, count(*) FROM 'parquet/visits.parquet' GROUP BY ALL;
```

`csv/` has the same rows in the same order: UTF-8, commas, lines that end in a line feed, lists as JSON arrays, nulls as
empty fields. Only an empty field is a null: tell the reader so (`keep_default_na=False, na_values=[""]` in pandas).

## Join

- `relation_id` (`AZE-CHN`) leads from every fact to `relations`, and each `…_iso3` to `states`. Both have the
  identifiers of ISO 3166, Correlates of War, Gleditsch-Ward and Wikidata, for joins with other data.
- `evidence.table` and `evidence.row_id` name the row that a span of text supports; `text[start:end]` of the article in
  `articles` is that span.
- `events.fact_table` and `events.fact_id` lead from an event to the table that has it in detail, `person_id` to
  `people`.

## Read with care

A program read this. A null is an unknown, not a no. `has_conflict` marks facts on which statements disagree;
`conflicts` has both. The source is never corrected. Historical states keep their own codes.

## Cite

Bilaterals, version {version}{dated}. Content hash {content_hash}.

The date of a release is that of the newest revision among its sources (null in `index.json` where no source has one),
not the day on which it was made: the same sources and the same code give the same bytes on any day. For the same
reason, the content hash covers what the files say apart from version and changes.

The data is under CC BY-SA 4.0: see [LICENSE](LICENSE), and [ATTRIBUTION.csv](ATTRIBUTION.csv) for each page with its
revision.
"""


def render(release: Release) -> str:
    """Markdown with a YAML head that names one configuration a table."""
    tables = grid(
        ["table", "one row is", "rows"],
        ([code(name), table.row, f"{len(release.rows[name]):,}"] for name, table in release.tables.items()),
    )
    dated = f" (newest source: {release.date})" if release.date else ""
    text = TEXT.format(version=release.version, tables=tables, dated=dated, content_hash=code(release.content_hash))
    return _head(release) + text


def _head(release: Release) -> str:
    lines = ["---", "license: cc-by-sa-4.0", "pretty_name: Bilaterals", "language:", "- en", "configs:"]
    for name in release.tables:
        lines += [f"- config_name: {name}", f"  data_files: parquet/{name}.parquet"]
    return "\n".join([*lines, "---", "", ""])
