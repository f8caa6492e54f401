"""What does not fit, planted on purpose: one module a group of rules, written without looking at the rules."""
