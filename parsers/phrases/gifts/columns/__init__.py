"""What the columns of a row of aid hold, read from the stretch of a frame.

`transfers` comes first: one `Transfer` an amount, a count or a thing. Then its item (`items` finds the words, `wording`
leaves off what is no part of them), its kind (`kinds`), how far it has gone (`status`), when it took place (`dates`).
"""
