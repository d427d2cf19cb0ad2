"""Levers: what would bring a late plan back, at what price, the cheapest first."""

from guatu.domain.planning.levers.cure import Cure, cure_of
from guatu.domain.planning.levers.menu import Menu, MenuOption, Purchase, menu_of
from guatu.domain.planning.levers.search import Bought, cheapest

__all__ = ["Bought", "Cure", "Menu", "MenuOption", "Purchase", "cheapest", "cure_of", "menu_of"]
