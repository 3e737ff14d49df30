"""What people would use instead of us: their pinned versions, and the same text in their own syntax."""
