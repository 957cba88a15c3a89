"""The pages of a release: `index.html` with the files that feed it, and the page of all releases.

What comes in is an `outputs.model.Release`; what goes out are a page that needs nothing but its own folder, and the
files `page/<table>.<part>.js` with the rows that it shows. The page works from a file, where a browser lets no script
read another file: so each of these is a script that hands its rows over, compressed, and is loaded when it is wanted.
`parts` cuts tables into such files, `figures` counts what the plots show, `plots` places it, `view` gathers all of it
for the templates, `render` fills these; `shelf` is the page of all releases. The scripts and the style are ours, in
`assets`, and stand in the page itself. Text is escaped by the templates, and the scripts build nodes, never markup;
beside that, the page's own policy (CSP) lets no other script run and no request leave.
"""
