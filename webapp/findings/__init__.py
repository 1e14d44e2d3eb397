"""What others find wrong with us: where people tell it, and what browsers report by themselves."""
