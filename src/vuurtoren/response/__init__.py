"""Response: what was seen, the average, and the plan of the city for tomorrow."""
