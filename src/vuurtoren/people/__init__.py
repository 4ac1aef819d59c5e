"""People: residents, professionals, institutions, roles and consent."""
