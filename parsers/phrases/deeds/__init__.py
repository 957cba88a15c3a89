"""Deeds: what one state did to the other, as the PLOVER ontology has it: an attack, a threat, a demand."""
