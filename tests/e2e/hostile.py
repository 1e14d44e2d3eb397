"""Texts that try to become something else, made of ways to do so and places to stand in."""

from __future__ import annotations

from itertools import product

# Each leaves a mark when it works: an element with data-evil, a dialog, or a word in the window.
WAYS = (
    "<script data-evil>alert(1)</script>",
    "<img src=x onerror=alert(1) data-evil>",
    "<svg onload=alert(1) data-evil></svg>",
    "<svg><script data-evil href=data:,alert(1) /></svg>",
    "<iframe srcdoc='<script>parent.alert(1)</script>' data-evil></iframe>",
    "<a href='javascript:alert(1)' data-evil>tik</a>",
    "<form action=https://evil.example data-evil><button>tik</button></form>",
    "<input autofocus onfocus=alert(1) data-evil>",
    "<details open ontoggle=alert(1) data-evil>tik</details>",
    "<style data-evil>* { display: none }</style>",
    "<base href=https://evil.example/ data-evil>",
    "<meta http-equiv=refresh content='0;url=https://evil.example' data-evil>",
    "<math><mtext></mtext><mglyph><style data-evil></style></mglyph></math>",
    "<template data-evil><script>alert(1)</script></template>",
    "<object data=data:text/html,<script>alert(1)</script> data-evil></object>",
    "<b data-evil onmouseover=alert(1)>tik</b>",
    "${alert(1)}",
    "{{ 7 * 7 }}{% raise %}",
    "&lt;img src=x onerror=alert(1) data-evil&gt;",
    "%3Cimg src=x onerror=alert(1) data-evil%3E",
)
# What closes the place that a text stands in: an attribute, a tag, a comment, data in a page.
PLACES = (
    "{}",
    '"> {}',
    "'> {}",
    "</title></textarea></select> {}",
    "--> {}",
    "]]> {}",
    "</script> {}",
    '","note":"{}',
    "\u2028 {}",
    "` + {} + `",
)
CORPUS = tuple(place.replace("{}", way) for place, way in product(PLACES, WAYS))
