"""How Primavera P6 computes a project: one rule, one file."""
