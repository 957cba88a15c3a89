"""Stances: who takes which, on what question."""
