"""Published PDFs from their addresses into raw/: public addresses only, politely, resumed, pinned."""
