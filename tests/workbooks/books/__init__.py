"""Workbooks built by code, one for each fault or shape, about an invented council.

Each builder takes the path to write to and gives it back.
"""
