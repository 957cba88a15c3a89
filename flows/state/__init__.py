"""What is kept between runs, in the state folder: one file a store, each in the folder of its name.

- `articles`: the rows of each page that was read, until the page or the code of `parsers` changes; asked by `reading`
- `last_pages`: the last text of each page of a wiki that could be read, for ever; asked by `reading`
- `tables`: what the last run put together, with `marks` of where each article's rows stand, until any code changes;
  asked by `assembled`, and through it by `validator`
- `releases`: which release the same articles made, until any code changes; asked by `tasks`

What sources keep stands with them: texts of wikis in `sources.mediawiki.store`, scans of dumps in
`sources.dump.journal`. Nothing here is needed: without it a run reads all anew, and makes the same release. Imported
by `flows`.
"""
