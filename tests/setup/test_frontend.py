from scripts.frontend import clean_script, clean_style
from scripts.places import FRONTEND, ROOT

STYLE = (
    ".a{color:red}/*! by Margaret Calvert */@font-face{font-family:GDS Transport;src:url(/assets/f.woff2)}"
    "@media print{.crest:before{background:url(/assets/images/govuk-crest.svg)}}"
    ".b{font-family:GDS Transport,arial,sans-serif}\n/*# sourceMappingURL=x.css.map */\n"
)


def test_style_keeps_all_but_font_and_crest():
    expected = ".a{color:red}@media print{}.b{font-family:arial,sans-serif}\n"

    assert clean_style(STYLE).strip() == expected.strip()


def test_script_names_no_source_map():
    assert clean_script("go();//# sourceMappingURL=x.js.map") == "go();\n"


def test_fetched_style_is_whole_and_free_of_what_only_gov_uk_may_use():
    style = (FRONTEND / "govuk-frontend.min.css").read_text()

    assert style.count("{") == style.count("}") > 1000
    for word in ("GDS Transport", "/assets/", "sourceMappingURL", "crest"):
        assert word not in style


def test_lock_file_names_no_registry():
    lock = (ROOT / "package-lock.json").read_text()

    assert "://" not in lock
    assert "resolved" not in lock
