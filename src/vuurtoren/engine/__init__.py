"""The engine: pure computing. No Django, no clock, no disk, no network; chance and time come in by the door.

Floors, each knowing only those below: `simulate` > `plan` | `route` > `estimate` > `units` > `machine`. Rows become
frozen arrays, the engine turns them into a frozen result, and whoever asked stores that with `VERSION` and the seed.
"""

VERSION = "1"
