"""Forms sent at the same moment, as two people or an impatient one send them."""

import threading

from django.db import connection
from django.test import Client


def post_together(user, address, forms):
    """Send `forms` at the same moment, each by a browser of its own; return the status codes."""
    clients, statuses, ready = [], [], threading.Barrier(len(forms))
    for _ in forms:
        client = Client()
        client.force_login(user)
        clients.append(client)

    def send(client, form):
        ready.wait()
        statuses.append(client.post(address, form).status_code)
        connection.close()

    threads = [
        threading.Thread(target=send, args=pair)
        for pair in zip(clients, forms, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(statuses)
