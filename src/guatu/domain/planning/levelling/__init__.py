from guatu.domain.planning.levelling.serial import level

__all__ = ["level"]
