"""Side by side with what a user would pick instead; nothing here is timed by the tests."""
