"""The demo corps: invented people with coherent reports, made from a seed, so that anyone can try the system."""
