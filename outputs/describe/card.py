"""README.md: what the release is, and how to load, join and cite it; also the dataset card of data hubs."""

from __future__ import annotations

import yaml

from outputs import about, quality_text
from outputs.describe import FIRST
from outputs.licence import TERMS, licence, others
from outputs.markdown import code, grid
from outputs.model import Release, parquet_path

PATH = "README.md"
ROUND = FIRST

SIZES = {1_000: "n<1K", 10_000: "1K<n<10K", 100_000: "10K<n<100K", 1_000_000: "100K<n<1M", 10_000_000: "1M<n<10M"}
"""The size categories of Hugging Face, by the number of rows that they stay below."""

SEVERAL = {"license": "other", "license_name": "several", "license_link": TERMS}
"""What Hugging Face reads of a release that no one licence covers."""

TEXT = """\
# Bilaterals {version}

{description}

{tables}

[CODEBOOK.md](CODEBOOK.md) explains every table, column and code, how to join them with other data, and what they cannot
tell; [CHANGELOG.md](CHANGELOG.md) says what changed, and `delta/` has the rows, where there was a release before;
[index.html](index.html) shows it all in a browser; [validation/report.html](validation/report.html) shows what was
tested. `sha256sum -c SHA256SUMS` checks the files. For programs: [datapackage.json](datapackage.json) (Data Package),
[croissant.json](croissant.json) (Croissant), [quality.json](quality.json), [manifest.json](manifest.json).

## Load

All of this is run in the folder of the release. Python, with column descriptions in `visits.attrs`:

```python
import pandas

visits = pandas.read_parquet("parquet/visits.parquet", dtype_backend="pyarrow")
recent = visits[visits.date_start.dt.year >= 2015]
```

Dates are days: compare them with `datetime.date`, or by parts as above. Without `dtype_backend`, numbers and dates keep
their types, lists become arrays, and `meetings.participants` becomes text.

Polars, PyArrow, Hugging Face's datasets, and DuckDB:

```python
import polars

missions = polars.read_parquet("parquet/missions.parquet")
```

```python
import pyarrow.dataset

trade = pyarrow.dataset.dataset("parquet/trade.parquet").to_table()
```

```python
import os

from datasets import load_dataset

visits = load_dataset(os.getcwd(), "visits", split="train")  # the folder by its name: "." will not do
```

```sql
SELECT sending_iso3, receiving_iso3, count(*) FROM 'parquet/visits.parquet' GROUP BY ALL;
```

R:

```r
visits <- arrow::read_parquet("parquet/visits.parquet")
```

`csv/` has the same rows in the same order: UTF-8, commas, lines that end in a line feed, lists as JSON arrays, nulls as
empty fields. Only an empty field is a null. `datapackage.json` has the type of every column:

```python
import json

import pandas

TYPES = {{
    "string": "str",
    "integer": "Int64",
    "number": "float64",
    "boolean": "boolean",
    "date": "date32[day][pyarrow]",
    "datetime": "timestamp[us, tz=UTC][pyarrow]",
}}
with open("datapackage.json", encoding="utf-8") as file:
    tables = {{one["name"]: one for one in json.load(file)["resources"] if one.get("type") == "table"}}


def read_csv(name):
    fields = tables[name]["schema"]["fields"]
    lists = [field["name"] for field in fields if field["type"] == "array"]
    return pandas.read_csv(
        tables[name]["path"],
        dtype={{field["name"]: TYPES[field["type"]] for field in fields if field["type"] != "array"}},
        converters=dict.fromkeys(lists, lambda text: json.loads(text) if text else None),
        keep_default_na=False,
        na_values=[""],
    )


visits = read_csv("visits")
```

## Join

- `relation_id` (`AZE-CHN`) leads from every fact to `relations`, and each `…_iso3` to `states`. Both have the
  identifiers of ISO 3166, Correlates of War, Gleditsch-Ward and Wikidata, for joins with other data: the codebook says
  how.
- `evidence.table` and `evidence.row_id` name the row that a span of text supports; `text[start:end]` of the article in
  `articles` is that span, counted from 0 in Unicode code points, as Python, R and DuckDB count (JavaScript, Java and C#
  do not).
- `events.fact_table` and `events.fact_id` lead from an event to the table that has it in detail.
- `person_id` leads from `visits` and `envoys` to `people`.

## Read with care

A program read this. A null is an unknown, not a no. `has_conflict` marks facts on which statements disagree;
`conflicts` has both, and names that may be one person's. The source is never corrected. Historical states keep their
own codes.

{quality}

How often the program was right on articles that were annotated by hand (table by table in the codebook):

{scores}

## Over the releases

{history}

## Cite

{citation}

The date of a release is that of the newest revision among its sources (null in `index.json` where no source has one),
not the day on which it was made: the same sources and the same code give the same bytes on any day. For the same
reason, the content hash covers what the files say apart from version and changes. [CITATION.cff](CITATION.cff) says the
same to reference managers.

{terms}: see [LICENSE](LICENSE), and [ATTRIBUTION.csv](ATTRIBUTION.csv) for each page with its
revision.
"""


def render(release: Release) -> str:
    """Markdown with a YAML head that names one configuration a table."""
    tables = grid(
        ["table", "one row is", "rows"],
        ([code(name), table.row, f"{len(release.stored[name]):,}"] for name, table in release.tables.items()),
    )
    text = TEXT.format(
        version=release.version,
        description=about.DESCRIPTION,
        tables=tables,
        quality=quality_text.counted(release),
        scores=quality_text.scores_in_short(),
        history=quality_text.history(release),
        citation=about.citation(release),
        terms=_terms(release),
    )
    return _head(release) + text


def _head(release: Release) -> str:
    """The head that Hugging Face reads; the first configuration is what a loader takes that names none."""
    terms = licence(release)
    said: dict[str, object] = {
        **({"license": terms.spdx.lower()} if terms else SEVERAL),
        "pretty_name": about.TITLE,
        "language": [about.LANGUAGE],
        "tags": [*about.KEYWORDS, "tabular", "text"],
        "size_categories": [_size(sum(release.counts.values()))],
        "configs": [
            {"config_name": name, "data_files": parquet_path(name), **({"default": True} if not number else {})}
            for number, name in enumerate(release.tables)
        ],
    }
    return f"---\n{yaml.safe_dump(said, sort_keys=False, allow_unicode=True)}---\n\n"


def _terms(release: Release) -> str:
    """The licence in a clause, or that there are several."""
    terms = licence(release)
    named = ", ".join(others(release))
    return f"The data is under {terms.name}" if terms else f"No one licence covers the data (some sources: {named})"


def _size(rows: int) -> str:
    return next((name for limit, name in SIZES.items() if rows < limit), "10M<n<100M")
