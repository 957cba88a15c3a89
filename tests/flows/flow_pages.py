"""Pages for the tests of the flow: two short articles of our own, and every page that is wrong in its own way."""

from __future__ import annotations

ARTICLE = """= Estonia–Peru relations =

Estonia–Peru relations are the foreign relations between Estonia and Peru.

== History ==

The two countries established diplomatic relations on 5 November 1991. On 12 May 2014, Estonian Foreign Minister
Mart Tamm visited Lima. Estonia opened an embassy in Lima in 2015.
"""
OTHER = ARTICLE.replace("Peru", "Chile").replace("Lima", "Santiago")

# Content, class of the error, words of which the message has one.
WRONG = {
    "empty": (b"", "Unreadable", "empty"),
    "blank": (b"\xef\xbb\xbf \n\n", "Unreadable", "empty"),
    "binary": (bytes(range(256)) * 40, "Unreadable", "binary"),
    "latin-1": (ARTICLE.replace("Mart", "Märt").replace("–", "-").encode("latin-1"), "Unreadable", "encoding"),
    "utf-16": (ARTICLE.encode("utf-16"), "Unreadable", "encoding|binary"),
    "no pair": (
        b"= Lighthouses =\n\nThe lighthouses of the coast have stood for long.\n",
        "NotARelation",
        "",
    ),
    "redirect": ("#REDIRECT [[Estonia–Peru relations]]\n".encode(), "Redirect", "Estonia–Peru relations"),
    "5 MB of nonsense": (b"qx zv " * 900_000, "Unreadable", "at most"),
    "1 MB of nonsense": (b"qx zv " * 180_000, "Unreadable", ""),
}
