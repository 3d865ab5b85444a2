"""Refuses a sending that is far too large before any of it is written to disk."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

MEGABYTE = 1024 * 1024


class RefuseTooMuch(FileUploadHandler):
    """The first upload handler: looks at what the browser says it will send, and leaves the files to the others."""

    def handle_raw_input(
        self, input_data, META, content_length, boundary, encoding=None
    ):
        if content_length > settings.UPLOAD_MAX_MB * MEGABYTE:
            raise RequestDataTooBig("More was sent than this site takes at once.")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
