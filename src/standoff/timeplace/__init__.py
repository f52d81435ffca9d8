"""timeplace"""
