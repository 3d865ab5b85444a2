"""Passwords tried from a browser."""

from django.test import Client

PASSWORD = "correct horse battery"


def guess(email, number, client=None, **headers):
    return (client or Client()).post(
        "/sign-in/", {"username": email, "password": f"guess {number}"}, **headers
    )


def right(user, client=None, **headers):
    data = {"username": user.email, "password": PASSWORD}
    return (client or Client()).post("/sign-in/", data, **headers)
