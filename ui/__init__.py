"""The screen: it draws and forwards."""
