"""Measurements, not tests: machines are noisy, so every figure is compared within one run."""
