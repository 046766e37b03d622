"""What people read in the terminal, in their language: English in the code, Japanese in ja.toml."""
