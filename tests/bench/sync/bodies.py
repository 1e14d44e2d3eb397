"""The entries that both servers are given: cramps as people log them, of one size."""

from __future__ import annotations

import json

BODIES = [
    json.dumps(
        {
            "began": f"2026-0{1 + worst % 9}-1{worst % 10}T08:{10 + worst}+01:00",
            "worst": worst,
            "zones": ["low_left", "buttock_left"],
            "feel": ["gripping"],
            "relief": ["warmth"],
            "note": "Na een lange dag achter het bureau; wandelen en een warme kruik hielpen. " * 2,
        },
        separators=(",", ":"),
    )
    for worst in range(11)
]
