"""The kinds of entries that changes of units and people write, with the code of their words."""

KINDS = {
    "region.opened": "units.entry_region_opened",
    "unit.added": "units.entry_unit_added",
    "unit.changed": "units.entry_unit_changed",
    "unit.alias_learned": "units.entry_unit_alias_learned",
    "unit.closed": "units.entry_unit_closed",
    "person.added": "units.entry_person_added",
    "person.changed": "units.entry_person_changed",
    "post.appointed": "units.entry_post_appointed",
    "post.ended": "units.entry_post_ended",
    "deputy.added": "units.entry_deputy_added",
    "account.opened": "units.entry_account_opened",
    "account.closed": "units.entry_account_closed",
    "link.made": "units.entry_link_made",
    "password.set": "units.entry_password_set",
}
