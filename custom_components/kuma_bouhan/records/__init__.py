"""The book: acts appended one by one, durable and provable, and the registers folded from them."""
