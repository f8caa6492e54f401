"""申请查看: what is masked on the reviewers' pages, asked for by one, let through by another, seen for a few days."""
