"""Heads of mission: who holds which post, and for which term."""
