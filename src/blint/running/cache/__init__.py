"""The cache: what earlier runs found out, kept in one file of the project.

Whatever is wrong with it, a run goes on as if nothing were there.
"""
