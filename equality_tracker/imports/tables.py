"""The tables each app can recognise, in the order that settles a tie."""

from assessments.columns import FRAMEWORK, PROGRAMME, REGISTER
from indicators.tables.headings import INDICATORS
from plans.importing.columns import ACTIONS

TABLES = (ACTIONS, INDICATORS, PROGRAMME, REGISTER, FRAMEWORK)
