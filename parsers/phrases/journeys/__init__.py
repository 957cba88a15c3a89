"""Journeys between the two sides: who went where and when, by a verb, a noun, a list or a table."""
