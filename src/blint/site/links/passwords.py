"""Addresses as messages show them: without the password that some have."""

from __future__ import annotations

from typing import Final

from blint.late import late


def without_password(address: str) -> str:
    """An address for messages, which are read by more people than the post's source."""
    return _PASSWORD.sub(r"\1***@", address, count=1) if "@" in address else address


_PASSWORD: Final = late(r"^([^/\\?#]*[/\\]{2,}[^/\\?#:@]*:)[^/\\?#]*@")
