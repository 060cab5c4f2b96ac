"""Formats that keep what a graph loses: every statement with its sentence, its status and its speaker."""
