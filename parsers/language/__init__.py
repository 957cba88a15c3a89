"""Document → Reading: every statement of the article with its mentions and the context it stands in.

What comes in is a `parsers.document.model.Document`; what goes out is a `Reading`: statements (sentences, list items,
infobox fields, table rows), each with typed mentions that carry values (a date in EDTF, money as number and currency, a
state as code). Imported by the stages after it; imports `parsers.document` and knows nothing of any table.

What stands where: `annotate` runs every annotator. Dates: `dates`, with `date_…`, `edtf` and `calendar_words`. Figures:
`numbers`, `money` with `currencies`, `quantities` with `counted_nouns` and `rank_mentions`. States and places:
`states`, `places`, `linked`. People: `people`, with `office_…` and `offices` (what they are), `names`, `name_…`,
`bare_names` and `lone_names` (who they are), `person_…` and `known_people` (what is one person). All are found with
`tokens`, `sweep` and the word lists in `lexicon`. `mention` and `reading` have the values; what rules ask of them:
`sides`, `directions`, `antecedents`, `referents`, `terms`, `modality`, `columns`, and by `pattern`, `slots`,
`required`, `factored`, `present` whether words stand there.
"""
