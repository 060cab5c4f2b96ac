"""Settings of all tests."""

from hypothesis import HealthCheck, settings

# How long an example takes says nothing on a machine that is busy with other things.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
