"""Settings: the only place that knows the environment."""
