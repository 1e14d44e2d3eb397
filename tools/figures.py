"""Draws the positions of the exercises: `python -m tools.figures` (see tools/poses.toml).

One body for all drawings: bones of a fixed length, placed by where hip, shoulder, hands and feet
are. Elbows and knees follow from that, so every figure has the same proportions. Points are in a
box of 160 by 120, x to the right and y down; the floor is at 104.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
POSES = Path(__file__).with_name("poses.toml")
DRAWINGS = ROOT / "templates" / "library" / "exercises"

ARM = (16.5, 16.0)  # shoulder to elbow, elbow to hand
LEG = (23.0, 22.0)  # hip to knee, knee to ankle
FOOT = 6.5
NECK = 14.0  # shoulder to the middle of the head
HEAD = 7.2
THICK = {
    "arm": 5.6,
    "leg": 7.6,
    "thigh": 7.6,
    "trunk": 12.0,
    "neck": 5.0,
    "thing": 3.2,
    "arrow": 2.8,
}

Point = tuple[float, float]
Pose = dict[str, Any]


def main() -> None:
    """Write every drawing."""
    DRAWINGS.mkdir(exist_ok=True)
    for name, text in drawings().items():
        (DRAWINGS / name).write_text(text, encoding="utf-8")


def drawings() -> dict[str, str]:
    """All drawings by the name of their file: _X01_1.svg is the first position of X01."""
    poses: dict[str, list[Pose]] = tomllib.loads(POSES.read_text(encoding="utf-8"))
    return {
        f"_{exercise}_{number}.svg": _drawing(pose, _lift(each))
        for exercise, each in poses.items()
        for number, pose in enumerate(each, 1)
    }


def _drawing(pose: Pose, lift: int) -> str:
    size = pose.get("scale", 1)
    move = f"translate({80 * (1 - size):g} {106 * (1 - size) - lift:g})"
    group = f'<g transform="{move} scale({size:g})">' if size != 1 else f'<g transform="{move}">'
    parts = [*_things(pose), *_body(pose), *_arrows(pose)]
    head = '<svg class="figure" viewBox="0 0 160 120" aria-hidden="true" focusable="false">'
    return "\n    ".join([f"{head}\n  {group}", *parts]) + "\n  </g>\n</svg>\n"


def _lift(poses: list[Pose]) -> int:
    """How far up all positions of an exercise go, so that one who lies is not at the foot."""
    if any("mat" in pose for pose in poses):
        return 0
    heights = [height for pose in poses for height in _heights(pose)]
    return max(0, round((min(heights) - 14) / 2))


def _heights(pose: Pose) -> Iterator[float]:
    yield pose["hip"][1] - 6
    yield pose["shoulder"][1] - 20
    for arrow in pose.get("arrows", []):
        yield from (arrow[1], arrow[5])


def _things(pose: Pose) -> Iterator[str]:
    """What is not the body: the floor or the mat, a chair, a pillow."""
    if "mat" in pose:
        left, top, width, height = pose["mat"]
        yield (
            f'<rect class="mat" x="{left}" y="{top}" width="{width}" height="{height}" rx="10" />'
        )
    else:
        yield _line("thing", _straight([(14, 106), (146, 106)]), THICK["thing"])
    for points in pose.get("things", []):
        yield _line("thing", _straight(points), THICK["thing"])


def _body(pose: Pose) -> Iterator[str]:
    """From the far limbs to the near ones, so that what is near lies on top."""
    hip, shoulder = _point(pose["hip"]), _point(pose["shoulder"])
    wide = pose.get("wide", 0.0)  # half the width of the shoulders, when seen from the front
    limbs = {
        "far_arm": _limb(pose.get("far_arm"), _aside(shoulder, -wide), ARM),
        "far_leg": _limb(pose.get("far_leg"), _aside(hip, -wide * 0.55), LEG),
        "leg": _limb(pose.get("leg"), _aside(hip, wide * 0.55), LEG),
        "arm": _limb(pose.get("arm"), _aside(shoulder, wide), ARM),
    }
    trunk = _trunk(hip, shoulder, pose.get("bow", 0.0))
    paths = {name: _straight(points) for name, points in limbs.items()} | {"trunk": trunk}
    paths["thigh"] = _straight(limbs["leg"][:2])
    far = "" if wide else "far"
    for name in pose.get("glow", []):
        yield _line("glow", paths[name], THICK[name] + 7)
    for name in ("far_arm", "far_leg"):
        yield from _drawn(far, limbs[name], name, pose.get(f"{name}_toe"))
    if wide:
        yield _chest(hip, shoulder, wide)
    else:
        yield _line("", trunk, THICK["trunk"])
    yield from _head(shoulder, _point(pose["head"]))
    if "belly" in pose:
        yield _belly(hip, shoulder, pose["belly"])
    yield from _drawn("", limbs["leg"], "leg", pose.get("leg_toe"))
    # The near arm crosses the trunk: a thin edge in the colour of the page keeps it apart.
    if limbs["arm"] and not wide and "mat" not in pose:
        yield _line("edge", _straight(limbs["arm"]), THICK["arm"] + 2.6)
    yield from _drawn("", limbs["arm"], "arm", None)


def _drawn(look: str, points: list[Point], name: str, toe: list[float] | None) -> Iterator[str]:
    if not points:
        return
    if "leg" in name and toe:
        angle = math.radians(toe[0])
        ankle = points[-1]
        points = [*points, (ankle[0] + FOOT * math.cos(angle), ankle[1] + FOOT * math.sin(angle))]
    yield _line(look, _straight(points), THICK[name.removeprefix("far_")])


def _limb(target: list[float] | None, start: Point, bones: tuple[float, float]) -> list[Point]:
    """The joints of a limb whose end is at `target`: [x, y, side] with the side it bends to.

    [x, y, x, y] names the middle joint and the end themselves, for what is seen foreshortened.
    """
    if target is None:
        return []
    if len(target) == 4:
        return [start, (target[0], target[1]), (target[2], target[3])]
    upper, lower = bones
    dx, dy = target[0] - start[0], target[1] - start[1]
    reach = min(math.hypot(dx, dy), upper + lower - 0.01)
    angle = math.atan2(dy, dx)
    inner = math.acos((upper**2 + reach**2 - lower**2) / (2 * upper * reach))
    turned = angle + inner * target[2]
    joint = (start[0] + upper * math.cos(turned), start[1] + upper * math.sin(turned))
    return [start, joint, (start[0] + reach * math.cos(angle), start[1] + reach * math.sin(angle))]


def _trunk(hip: Point, shoulder: Point, bow: float) -> str:
    """The spine from shoulder to hip; a bow above 0 bends it towards the upper side."""
    dx, dy = hip[0] - shoulder[0], hip[1] - shoulder[1]
    length = math.hypot(dx, dy)
    middle = ((hip[0] + shoulder[0]) / 2, (hip[1] + shoulder[1]) / 2)
    x, y = middle[0] + bow * 2 * dy / length, middle[1] - bow * 2 * dx / length
    if dx < 0:
        x, y = middle[0] - bow * 2 * dy / length, middle[1] + bow * 2 * dx / length
    return f"M{_xy(shoulder)} Q{_xy((x, y))} {_xy(hip)}"


def _chest(hip: Point, shoulder: Point, wide: float) -> str:
    corners = [(shoulder, -wide), (shoulder, wide), (hip, wide * 0.55), (hip, -wide * 0.55)]
    points = " ".join(_xy(_aside(point, by)) for point, by in corners)
    return f'<polygon class="chest" points="{points}" stroke-width="6" />'


def _head(shoulder: Point, towards: Point) -> Iterator[str]:
    """The head lies NECK away from the shoulder, in the direction of `towards`."""
    length = math.hypot(*towards)
    x, y = (shoulder[i] + NECK * towards[i] / length for i in (0, 1))
    yield _line("", _straight([shoulder, (x, y)]), THICK["neck"])
    yield f'<circle class="head" cx="{x:.1f}" cy="{y:.1f}" r="{HEAD}" />'


def _belly(hip: Point, shoulder: Point, size: float) -> str:
    x = shoulder[0] + (hip[0] - shoulder[0]) * 0.62
    y = shoulder[1] + (hip[1] - shoulder[1]) * 0.62
    return f'<ellipse class="head" cx="{x:.1f}" cy="{y - 3:.1f}" rx="11" ry="{size}" />'


def _arrows(pose: Pose) -> Iterator[str]:
    """Each arrow is [from, bend, to], six numbers; its head follows the last direction."""
    for x1, y1, x2, y2, x3, y3 in pose.get("arrows", []):
        angle = math.atan2(y3 - y2, x3 - x2)
        ends = [
            (x3 - 6 * math.cos(angle + turn), y3 - 6 * math.sin(angle + turn))
            for turn in (0.6, -0.6)
        ]
        yield _line(
            "accent",
            f"M{_xy((x1, y1))} Q{_xy((x2, y2))} {_xy((x3, y3))} "
            f"M{_xy(ends[0])} L{_xy((x3, y3))} L{_xy(ends[1])}",
            THICK["arrow"],
        )


def _line(look: str, path: str, width: float) -> str:
    kind = f' class="{look}"' if look else ""
    return f'<path{kind} d="{path}" stroke-width="{width:g}" />'


def _straight(points: list[Any]) -> str:
    return " ".join(f"{'L' if place else 'M'}{_xy(point)}" for place, point in enumerate(points))


def _xy(point: Any) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _point(values: list[float]) -> Point:
    return values[0], values[1]


def _aside(point: Point, by: float) -> Point:
    return point[0] + by, point[1]


if __name__ == "__main__":
    main()
