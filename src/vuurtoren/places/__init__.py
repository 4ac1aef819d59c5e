"""Places: neighbourhoods, streets, squares, parks, quays and buildings."""
