"""Directives: who must do what by when. One file per rule of the grammar; ``walk`` ties them."""
