"""Records of invented trainers whose true levels are known: to show, to test, and to plan a study."""
