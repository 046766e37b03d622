"""Which municipality is meant: by name, by name with prefecture, or by 団体コード."""

from __future__ import annotations

import re

from normalize.municipalities import Municipality, bearing, municipality, similar_names
from normalize.width import fold
from pipeline.refusal import RefusedError


def meant(text: str) -> Municipality:
    """The body that is meant by a name or a code.

    Raises RefusedError that names the choices where several bear the name, or similar names where
    none does.
    """
    plain = fold(text)
    if re.fullmatch(r"\d{5,6}", plain):
        found = municipality(plain)
        if found is None:
            raise RefusedError(f"No municipality has the code {text}: give its name, or all six digits.")
        return found
    bodies = bearing(text)
    if len(bodies) == 1:
        return bodies[0]
    if bodies:
        choices = ", ".join(f"{body.full_name} ({body.code})" for body in bodies)
        raise RefusedError(
            f"{len(bodies)} municipalities are called {text}: {choices}. "
            f"Say which, for instance --municipality {bodies[0].full_name}."
        )
    near = similar_names(text)
    hint = f"did you mean {' or '.join(near)}?" if near else "give its name as it prints it, or its code."
    raise RefusedError(f"There is no municipality {text}: {hint}")
