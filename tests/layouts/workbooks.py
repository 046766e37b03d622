Sheet = object
DOCUMENTS = {}
