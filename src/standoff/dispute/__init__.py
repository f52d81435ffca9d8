"""dispute"""
