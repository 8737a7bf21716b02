"""From a territory to its brief, as users do it."""
