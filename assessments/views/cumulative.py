"""What a chosen set of assessments adds up to, on one page to print, and the same as a file."""

from django.http import FileResponse, Http404, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.cumulative import files as cumulative_files
from assessments.cumulative.effects import Cumulative
from assessments.register.selection import AssessmentSelection
from equality_tracker.workbooks import writer
from equality_tracker.workbooks.writer import XLSX


@require_safe
def cumulative(request):
    """Of the same filter as the register. A draft's impacts are for those who write in the register: a reader's set is what is published."""
    selection, adds_up, told = _chosen(request)
    context = {
        "selection": selection,
        "cumulative": adds_up,
        "told": told,
        "budgets": list(_budgets(selection)),
    }
    return render(request, "assessments/cumulative.html", context)


@require_safe
def cumulative_csv(request, part):
    about, headings, _widths, rows = _part(request, part)
    return StreamingHttpResponse(
        writer.csv_lines([*([line] for line in about), [], headings, *rows]),
        content_type="text/csv; charset=utf-8",
        headers=_as_file(part, "csv"),
    )


@require_safe
def cumulative_xlsx(request, part):
    about, headings, widths, rows = _part(request, part)
    book = writer.write_xlsx(
        name="Cumulative impact",
        about=about,
        headings=headings,
        rows=rows,
        widths=widths,
    )
    return FileResponse(book, content_type=XLSX, headers=_as_file(part, "xlsx"))


def _part(request, part):
    """What stands in the file of a part: the lines above, the headings, their widths, the rows."""
    if part not in cumulative_files.PARTS:
        raise Http404
    selection, adds_up, told = _chosen(request)
    about = cumulative_files.about(selection, told)
    return about, *cumulative_files.table(part, adds_up)


def _chosen(request):
    """What the address asks for, what it adds up to, and by which versions."""
    user = request.user
    selection = AssessmentSelection(request.GET, user=user, on=timezone.localdate())
    adds_up = Cumulative(selection.assessments.told_to(user), user)
    told = (
        "Each is counted by its newest version, drafts too."
        if user.may_update
        else "Each is counted by its newest published version."
    )
    return selection, adds_up, told


def _budgets(selection):
    """Yield (year, words, whether all its budget proposals are what is shown) for each year that there are any of."""
    (_blank, *years) = selection.form.fields["budget_year"].choices
    for year, words in years:
        yield year, words, selection.address == f"kind=budget&budget_year={year}"


def _as_file(part, kind):
    name = f"cumulative-{part}-{timezone.localdate():%Y-%m-%d}.{kind}"
    return {"Content-Disposition": f'attachment; filename="{name}"'}
