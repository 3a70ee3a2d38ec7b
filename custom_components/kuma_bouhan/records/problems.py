"""What can go wrong with the book."""

from ..guideline.errors import Problem


class BookProblem(Problem):
    """The book cannot be written, opened or read.

    Keys: book_missing, book_exists, book_in_use, book_not_writable, book_version, book_read_only,
    book_full, book_not_written, book_unreadable, book_closed.
    """
