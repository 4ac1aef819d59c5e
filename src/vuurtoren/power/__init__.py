"""Power: who may do what. The rights table is `rules.TABLE`; nothing that is not in it is allowed."""
