"""A page that was saved with all its parts in one file: a message of MIME (RFC 2557)."""

from email import message_from_bytes


def page_of(content: bytes) -> tuple[bytes, str]:
    """The page itself, with the encoding that is named for it; the whole file if no part is one."""
    message = message_from_bytes(content)
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    parts.sort(key=lambda part: part.get_content_type() != "text/html")
    for part in parts:
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            return payload, part.get_content_charset("")
    return content, ""
