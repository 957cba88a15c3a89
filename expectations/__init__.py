"""Rows of every table → what Great Expectations found in them, and a gate that lets only sound rows pass.

What comes in are tables as `parsers.columnar` stores them, in memory or in files; what goes out is a `Validation`:
results as JSON, a self-contained page, and the failures that are critical or warnings. A suite a table is derived from
its declaration (`suites`); rules that only a person can state stand in `rules/`, one file a table, found by name. Great
Expectations is imported by `gate.examine` alone, as it takes seconds. Imports `parsers`; only `flows` may import it.
"""
