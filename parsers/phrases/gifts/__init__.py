"""Aid: who gave or sent what to whom, told by verbs, nouns, lists and tables.

Comes in: a statement; goes out: a `Gift` with its `Transfer`s, of which `facts.aid` makes rows. In this order:

1. frame: `frames` find a verb or noun of giving and the stretch behind it; `givers` say who gives where the verb's own
   subject does not. A `Gift` is that frame: donor, recipient, verb, where its words stand.
2. barred? `proofs.barred` drops a frame that tells of trade, charities, others, or of what was asked for or refused.
3. proved? `proofs.proved` wants a proof that the frame is aid: its verb, a noun of aid, relief, money handed over.
4. transfers: `columns.transfers` reads from the stretch what was given, one `Transfer` an amount, a count or a thing
   (which `proofs.things.is_thing` must hold for aid); the other modules of `columns` read its item, kind, status, date.
5. What no frame tells is read last: `by` has a reader a shape of clause, in the order of `by.readers`; what they find
   is aid by its own words, so of 2 and 3 only `is_barred` is asked, then 4. `by.weight_of_words` comes after all.

`words` has the lists of `lexicon/aid.yaml` as regular expressions.

`facts.aid_findings.found` runs 2 to 4 for frames, `told` for those of 5, lists and parts.
"""
