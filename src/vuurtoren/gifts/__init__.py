"""Gifts: what people can, have, know and love. Never what they lack: there is no field for it."""
