"""Encounters: who met or wrote to whom, in what way, and where."""
