"""Stances: who takes which, on what question.

A statement comes in; out go a stance, those of the pair that hold it, and the words of its question as a span of the
text. Words of stance (words.py) are joined with a holder by links and frames (claim.py, links.py, frames.py), or stand
in shapes of their own (deeds.py, passives.py, owned.py, answers.py, reasons.py, attitudes.py, neutrality.py,
withdrawn.py); what they mean, who the holder is, where a question begins and ends, and whether it is one, the other
modules tell. The rules of parsers/facts/positions.py import it, and who asks for whom a pronoun or a name stands.
"""
