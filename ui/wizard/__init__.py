"""The wizard: its flow, its frame, its pages."""
