"""Document → Reading: every statement of the article with its mentions and the context it stands in.

What comes in is a `parsers.document.model.Document`; what goes out is a `Reading`: statements (sentences, list items,
infobox fields, table rows), each with typed mentions that carry values (a date in EDTF, money as number and currency, a
state as code). Imported by `parsers.phrases` and `parsers.facts`; imports `parsers.document` and knows nothing of any
table.
"""
