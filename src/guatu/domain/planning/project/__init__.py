"""Projects of other programs, to the minute: their values and both programs' rules.

Opened only where a project file is read; plans of days never load this room.
"""
