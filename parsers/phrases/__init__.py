"""What statements tell, by subject: the shapes, words and frames that the rules of one table share.

A folder a subject. These modules see statements with their mentions (`parsers.language`); they know of no table.
"""
