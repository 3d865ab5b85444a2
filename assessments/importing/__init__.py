"""What a register and a programme of a file mean to the council's own: difference, apply and undo."""
