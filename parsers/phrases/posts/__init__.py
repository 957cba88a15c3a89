"""Diplomatic and consular posts: who sends them, where they are, what happened to them."""
