#!/usr/bin/env python3
"""Runs the product's commands: `python manage.py help` lists them."""

import os
import sys

# These read a file and touch no database, so they run where nothing has been set up yet.
WITHOUT_A_DATABASE = {"read_workbook"}


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "equality_tracker.settings")
    if WITHOUT_A_DATABASE & set(sys.argv[1:2]):
        os.environ.setdefault("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none")
        os.environ.setdefault("SECRET_KEY", "signs nothing")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
