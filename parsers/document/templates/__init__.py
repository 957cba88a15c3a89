"""What templates say as text: a rule a template, found by name in `said.py`; names, signs and units in templates.yaml.

A rule gets a template's values and gives pieces in reading order (`pieces.py`), which the walkers of `inline.py` and
`wikitext.py` write. MediaWiki's Lua modules are not run: what only the wiki could compute (a conversion, today's age)
is not said, and the template is counted among `Document.unknown_templates`.
"""
