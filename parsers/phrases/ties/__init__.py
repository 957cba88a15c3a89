"""Diplomatic relations: what happened to them, and recognition."""
