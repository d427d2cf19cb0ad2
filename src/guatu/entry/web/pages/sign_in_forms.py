"""Forms of signing in and of the own password."""

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    """Name and password; its failure never tells which of the two was wrong."""

    username = forms.CharField(
        label=_("Sign-in name"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def refuse(self) -> None:
        """Say that name and password do not fit together."""
        self.add_error(
            None,
            _(
                "Name and password do not fit. Check both and try again; "
                "or ask the administrator for a new sign-in link."
            ),
        )


class PasswordForm(forms.Form):
    """A new password, twice; the present one first unless a link has just signed in."""

    present = forms.CharField(
        label=_("Present password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    password = forms.CharField(
        label=_("New password"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("New password again"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def without_present(self) -> "PasswordForm":
        """Return the form without the question for the present password."""
        del self.fields["present"]
        return self

    def clean_again(self) -> str:
        """Refuse two passwords that differ."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password"):
            raise forms.ValidationError(_("The two passwords differ; type the new one again."))
        return again

    @property
    def rules(self) -> list[str]:
        """What a password must be like, in sentences."""
        return password_validators_help_texts()
