"""The child process that takes HTML and PDF apart, under limits of memory and time that the system enforces.

`python -m kroniek.capture.extractor DESCRIPTOR MEMORY_BYTES SECONDS CHARACTERS` reads requests from the connection and answers
each, until the connection closes. A request is two messages: a JSON object {"kind", "url"} and the bytes.
"""

from __future__ import annotations

import contextlib
import json
import logging
import resource
import sys
from multiprocessing.connection import Connection

from kroniek.capture.extracted import Extracted, to_message


def main(arguments: list[str]) -> None:
    """Serve requests; see above."""
    descriptor, memory, seconds, characters = (int(argument) for argument in arguments)
    logging.disable(logging.CRITICAL)  # the libraries log what a damaged file made them do; the answer says it in one line
    # imported before the limit of memory, which is meant for documents
    from kroniek.capture.html import extract_html
    from kroniek.capture.pdf import extract_pdf

    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    # duplex, and in the child nothing but this descriptor leads back to the parent
    with Connection(descriptor) as connection, contextlib.suppress(EOFError):
        while True:
            request = json.loads(connection.recv_bytes())
            data = connection.recv_bytes()
            _limit_processor_time(seconds)
            try:
                if request["kind"] == "pdf":
                    result = extract_pdf(data, characters)
                else:
                    result = extract_html(data.decode("utf-8", "replace"), request["url"])
            except MemoryError:
                result = "needs more memory than one document may use"
            except RecursionError:
                result = "nested too deeply to be read"
            del data
            if isinstance(result, Extracted) and len(result.text) > characters:
                result = f"holds more than {characters:,} characters of text"
            connection.send_bytes(to_message(result))


def _limit(what: int, most: int) -> None:
    """Lower a limit of the system; one that is lower already stays."""
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _limit_processor_time(seconds: int) -> None:
    """Let the system end this process `seconds` of processor time from now."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds + 1)


if __name__ == "__main__":
    main(sys.argv[1:])
