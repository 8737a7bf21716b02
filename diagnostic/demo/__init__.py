"""The demonstration dossier: Port-Alizé, a town that does not exist."""

from diagnostic.demo.build import build_demo

__all__ = ["build_demo"]
