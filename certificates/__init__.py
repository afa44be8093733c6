"""Certificates: the verification script, and the table of characters that names may have."""
