"""领导干部个人有关事项报告与廉政申报系统 · reports of personal matters and integrity disclosures."""
