"""Whom each tip is not for, once more, from the evidence; nothing here comes from webapp/tips."""

PREGNANT = {"pregnant"}
MECFS = {"mecfs"}
BONES = {"osteoporosis", "spine_fracture", "steroids"}
KIDNEYS = {"kidney_disease", "heart_failure", "diuretic"}
OPERATED = {"recent_spine_surgery"}
NUMB = {"numb_skin"}
EATING = {"eating_disorder"}
WHEELS = {"wheelchair"}

NOT_FOR: dict[str, set[str]] = {
    **dict.fromkeys(["T01", "T02", "T03", "T14", "T45"], MECFS | OPERATED | WHEELS),
    "T04": MECFS | BONES | OPERATED,
    **dict.fromkeys(["T05", "T09", "T13", "T38", "T48"], MECFS | OPERATED),
    "T06": WHEELS,
    "T07": MECFS | WHEELS,
    "T10": MECFS | BONES | {"statin"},
    "T12": PREGNANT | BONES | OPERATED,
    **dict.fromkeys(["T16", "T17"], NUMB),
    "T18": PREGNANT | {"stomach_ulcer"} | KIDNEYS | {"over_70", "blood_thinner"},
    "T27": PREGNANT,
    "T30": KIDNEYS,
    "T31": PREGNANT | KIDNEYS | EATING,
    "T32": KIDNEYS | {"blood_pressure", "kidney_stones"} | EATING,
    "T33": {"kidney_stones"},
    "T36": BONES | MECFS | OPERATED,
    "T41": MECFS,
    "T42": MECFS | OPERATED | BONES | {"blood_thinner"},
}
BESIDE_A_VISIT = {"T14", "T15", "T20", "T22", "T23", "T36", "T37", "T38", "T39", "T46"}
NOT_WHEN_ILL = {"T01", "T02", "T03", "T04", "T05", "T14", "T16", "T38", "T42", "T45", "T48"}
