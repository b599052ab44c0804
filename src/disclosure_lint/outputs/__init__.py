"""Renderers: results to text, one module a format, each with `render`."""
