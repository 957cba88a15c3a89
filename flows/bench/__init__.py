"""`make bench`: a corpus of any size made from the sample by a seeded generator, and what a release of it costs.

What comes in are the sample articles (`material.py` cuts them into blocks and slots, `filling.py` varies them); what
goes out is a folder of articles (`corpus.py`) and tables of seconds, bytes and ratios on standard output. Nothing here
is a test or part of a release; imported by nothing but the tests.
"""
