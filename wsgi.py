"""The application as a server starts it: `gunicorn wsgi:app`, `flask --app wsgi`."""

from declare import create_app

app = create_app()
