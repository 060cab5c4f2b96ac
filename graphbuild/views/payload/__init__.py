"""The tables as the page carries them."""

from graphbuild.views.payload.payload import Payload, payload

__all__ = ["Payload", "payload"]
