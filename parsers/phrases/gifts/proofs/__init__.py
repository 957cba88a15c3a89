"""What decides that a frame of giving is aid: nothing bars it (`barred`), and something proves it (`proved`).

`barred.is_aid` asks both, in that order; `things.is_thing` asks of each thing in such a frame whether it is aid too.
`to_others` is a bar. What the other files look for is a proof each: craft and things handed over (`craft`, `handed`),
money handed or paid out (`paying`), relief after a disaster (`relief`), and, last, the weight of the statement's words
(`weight`). `deeds` and `employed` serve readers in `by`: what was done for
the other side, and people who only work there.
"""
