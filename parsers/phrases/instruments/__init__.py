"""Agreements and other instruments: their titles, dates and parties, and what happened to them."""
