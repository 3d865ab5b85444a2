"""Who someone is and what they may change."""

from .directorate import Directorate, Succession
from .lead import Holding, Lead
from .sign_in import SignInAttempt
from .subject import Aim, Characteristic
from .user import Membership, Role, User

__all__ = [
    "Aim",
    "Characteristic",
    "Directorate",
    "Holding",
    "Lead",
    "Membership",
    "Role",
    "SignInAttempt",
    "Succession",
    "User",
]
