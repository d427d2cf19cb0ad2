"""How Microsoft Project computes a project: one rule, one file."""
