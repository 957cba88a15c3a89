"""Aid: who gave or sent what to whom, told by verbs, nouns, lists and tables."""
