"""The screen: filters, views and evidence in one widget, over the tables of the kit."""

from kit.explorer.explorer import Explorer

__all__ = ["Explorer"]
