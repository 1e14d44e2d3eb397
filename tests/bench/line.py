"""How a figure is told."""


def line(name: str, figure: float, budget: float, unit: str) -> None:
    """One figure with what it may be at most."""
    verdict = "ok" if figure <= budget else "OVER"
    print(f"{name:<50}{figure:>8.1f} {unit:<3} (at most {budget:g}) {verdict}", flush=True)


def at_least(name: str, figure: float, budget: float, unit: str) -> None:
    """One figure with what it must be at least."""
    verdict = "ok" if figure >= budget else "UNDER"
    print(f"{name:<50}{figure:>8.1f} {unit:<3} (at least {budget:g}) {verdict}", flush=True)
