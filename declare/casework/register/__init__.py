"""调阅登记: who looked into whose reports, under which approval, from when to when."""
