"""Frames of giving in a statement, a file a shape: a verb (active, passive, of receiving), a list, a row of a table.

`gift` holds what all share: the `Gift`, its two parties, and where the stretch of what was given ends. A frame is not
yet aid: whether it is, `proofs` say.
"""
