"""What every room of the domain shares: days, calendars, quantities, diagnostics, outlooks, rule packs."""
