"""Courses to measure with: generated from a seed, so that everybody measures the same text."""
