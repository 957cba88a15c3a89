"""Page → Document: one stored text with sections, blocks, sentences, links and citations.

What comes in is a `Page`, in one of two forms (wikitext, flattened); what goes out is a `Document` whose offsets all
point into its one `text`. Imported by `parsers.language` and the stages after it, and by `flows`, which makes the
pages; imports no other stage.

What stands where: `read` tells the form of a page and whether it can be read at all; `flattened` and `flat_rows` read
the one form. Of the other, `markup` (with `apostrophes`, `barred`, `html_closed`) makes wikitext safe to parse, `tree`
parses it, `inline` and `wikitext` walk the tree, with `templates`, `tags`, `files`, `targets`, `leftovers`, `citations`
and `grid` (tables) for what they meet, and `unknown` counts what no rule says. `builder` and `line` write the text,
`sentences` parts it; `model` has the values.
"""
