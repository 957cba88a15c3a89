"""Reading → Facts: one file a table, each rule named, documented, and found by its rule_id.

What comes in is a `parsers.language.reading.Reading`; what goes out are `Fact`s, as stated, unmerged. A rule is small:
it states the sentence shapes that it reads and what it will not read, and stays silent when unsure. Imports
`parsers.language` and `parsers.phrases`, and no declaration of a table; imported by `parsers.assemble`, by `flows`,
which asks for the facts, and by `outputs`, which tells what each rule reads.
"""
