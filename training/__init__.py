"""Train, evaluate and assemble the pipelines bundled with graphbuild (`python -m training`)."""
