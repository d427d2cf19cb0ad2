"""The pure floor: values in, values out; no web, database, clock or files."""
