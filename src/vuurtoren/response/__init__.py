"""Response: what was seen in each street, and what lies there by the best estimate of tonight."""
