"""The parts every feature shares: made empty here, filled by create_app."""

from flask_babel import Babel
from flask_login import LoginManager
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf import CSRFProtect

from declare.database import Model
from declare.vault import Vault

__all__ = ["Model", "babel", "csrf", "db", "login", "vault"]

db = SQLAlchemy(session_options={"expire_on_commit": False})
login = LoginManager()
babel = Babel()
csrf = CSRFProtect()
vault = Vault()
