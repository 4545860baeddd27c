"""The proof of the drills: every option of an item is held against the official files, by ways of its own.

Nothing here uses a family, or the code that a family uses. A check is told what the stem states (word for word, which is
checked too) and one option, and says whether that option answers the question. Exactly one of four may.

``truth`` reads the official files; ``run`` enumerates and counts; the other files hold the checks, by family.
"""
