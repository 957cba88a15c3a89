"""Readers of aid that no frame of giving tells, a file a shape of clause; `readers` runs them in its order.

A reader takes a statement and the borders of a clause (`clauses` cuts it, and says whether it is clean), and yields
what it finds as `givers.roles.Told`, at most one of which is used; `readers` makes a `Gift` of it. Beside the readers
of a clause stand `second_verb` (what is told beside a gift), `parts` (what the aid told before is made up of) and
`weight_of_words` (the last resort, where nothing else was found).
"""
