"""Assembling, rendering and joining languages into one site; serving it."""
