"""The long runs: what takes minutes and must hold all the same. A slice of each runs in tests/test_soak.py and tests/test_push_soak.py.

``python -m tests.soak --help`` says what there is.
"""
