"""Asks axe whether a page meets WCAG 2.2 at A and AA, under the Content Security Policy that the site sends."""

from axe_playwright_python.base import AXE_SCRIPT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE_IS_THERE = "'axe' in window"
SCRIPTS_RUN = "matchMedia('(scripting: enabled)').matches"
COLOURS = "color-contrast"
ASK = """([tags, left]) => axe.run(document, {
    runOnly: {type: 'tag', values: tags},
    rules: Object.fromEntries(left.map(rule => [rule, {enabled: false}])),
    resultTypes: ['violations'],
})"""


def assert_accessible(page, with_colours=True):
    """Fail with each rule that the page breaks, what it is about and where, in one list."""
    assert page.evaluate(SCRIPTS_RUN), "axe never answers where JavaScript is off"
    if not page.evaluate(AXE_IS_THERE):
        page.evaluate(AXE_SCRIPT)
    left = [] if with_colours else [COLOURS]
    found = page.evaluate(ASK, [TAGS, left])["violations"]
    assert not found, f"{page.url} is not accessible:\n" + "\n".join(
        _described(violation) for violation in found
    )


def _described(violation):
    places = "\n".join(f"    {node['html'][:200]}" for node in violation["nodes"])
    return f"  {violation['id']}: {violation['help']}\n{places}"
