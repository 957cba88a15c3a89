"""From a page of a wiki to rows: page → document → mentions → phrases → facts → rows.

What comes in is a `parsers.document.model.Page` (raw text and what the wiki says of it); what goes out are the rows of
every table declared in `parsers.tables`. Everything here is pure: no files but the word lists that come along with the
package, no writing, no clock. Anyone may import this package; it imports no other package of the project.
"""
