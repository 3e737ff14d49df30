"""What the answers of many trainers say of each item, and which items should be looked at."""
