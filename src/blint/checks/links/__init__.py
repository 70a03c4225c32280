"""Checks of links, images and anchors."""
