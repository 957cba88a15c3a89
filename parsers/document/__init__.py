"""Page → Document: one stored text with sections, blocks, sentences, links and citations.

What comes in is a `Page`, in one of two forms (wikitext, flattened); what goes out is a `Document` whose offsets all
point into its one `text`. Imported by `parsers.language` and the stages after it; imports nothing but `parsers.errors`.
"""
