"""Records in and out without the web forms: one UTF-8 JSON object a line."""
