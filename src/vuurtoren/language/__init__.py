"""The words of the house: sentences and refusals per language. Pure: no Django, no clock."""

from vuurtoren.language.refused import Refused
from vuurtoren.language.sentences import LANGUAGES, Language, has, keys, say

__all__ = ["LANGUAGES", "Language", "Refused", "has", "keys", "say"]
