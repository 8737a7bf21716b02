"""brief:The brief page."""
