"""Who gives, a file a source of that knowledge.

Of the clause: the subject of the verb (`subjects`), an agency or force that acts for a state (`agencies`), a movement
that came to govern it (`movements`), "the former" (`one_of_two`), the money of a sum (`own_money`), the part that a
state has around a word of aid (`roles`). Of what stands before it: the sentences before (`told_before`), the heading
(`headings`), the whole section (`of_section`, which asks `proofs` whether its gifts are aid).
"""
