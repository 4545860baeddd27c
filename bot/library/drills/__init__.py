"""Drills: questions made from the code sets and from rules, each with one right option that can be proved.

A family is one rule and every item that the tables or the arithmetic give for it. An item has a short key; family, key and
release rebuild it word for word for ever, so a round keeps nothing but its id. Nothing is made before it is asked.

Reading order: ``family`` (what a family is), ``lot`` (how an item chooses among wordings), ``shelf`` (find one, draw some),
then a file of ``families``. ``proof`` holds every item against the official files, by ways of its own.
"""
