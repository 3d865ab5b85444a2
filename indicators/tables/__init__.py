"""The tables of indicators in a council's file, walked and understood. Touches no database."""
