"""How the council stands against the frameworks that it assesses itself by: the rules, apart from the rows that they speak of."""
