from extract.grid import Grid
def find_spaced(page, free, pieces, taken) -> list[Grid]:
    return []
