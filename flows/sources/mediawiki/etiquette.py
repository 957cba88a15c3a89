"""How we behave towards a site: who we say we are, how much we ask at once, how long we wait.

Follows the etiquette of MediaWiki's API and Wikimedia's policy on user agents: a name, a version and a contact; many
pages a request; one request at a time unless the user says otherwise; `maxlag`, so that we wait while the site lags.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.metadata import version

CONTACT = "BILATERALS_CONTACT"
"""The environment variable with an address (of mail or a page) at which the user can be reached."""

CONNECTIONS = "BILATERALS_CONNECTIONS"
"""The environment variable with how many requests may be under way at once, 1 to MOST_CONNECTIONS."""

MOST_CONNECTIONS = 8

MAXLAG = 5
"""Seconds of lag between the site's databases from which it is to refuse us; what MediaWiki recommends."""

BATCH = 50
"""Titles or pages of one request: what MediaWiki permits those who have not logged in."""


@dataclass(frozen=True)
class Etiquette:
    """The user's own settings; `contact` is empty where there is none."""

    contact: str
    connections: int

    @property
    def agent(self) -> str:
        """The User-Agent: this program, the contact, and the library that asks."""
        contact = self.contact or f"no contact given; set {CONTACT}"
        return f"Bilaterals/{version('bilaterals')} ({contact}) python-httpx/{version('httpx')}"


def etiquette() -> Etiquette:
    """What the environment says; one connection where it says nothing or no number."""
    contact = " ".join(os.environ.get(CONTACT, "").split()).encode("ascii", "replace").decode()
    said = os.environ.get(CONNECTIONS, "")
    return Etiquette(contact, min(max(int(said), 1), MOST_CONNECTIONS) if said.isdecimal() else 1)
