"""The supervisor's desk: what it keeps, how instruments are scored, and which units are suggested.

A desk belongs to a supervisor and is kept in their browser; nothing of it is in a trainer's record.
"""
