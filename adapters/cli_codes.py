"""`tutor codes …`: load code sets, and see what is loaded and what changed."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from adapters.workshop import BadInputError, codebook, data_folder, library, licensed_folder, progress, real_now

codes_app = typer.Typer(help="Load code sets and see what is loaded.", no_args_is_help=True)

_From = Annotated[str | None, typer.Option("--from", help="First day on which the release is in force, such as 2026-10-01.")]
_To = Annotated[str | None, typer.Option("--to", help="Last day on which it is in force.")]
_Name = Annotated[str | None, typer.Option("--name", help="What to call the release.")]


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInputError(f"{option} {text} is not a date; write 2026-10-01") from error


@codes_app.command(name="list")
def codes_list(verify: Annotated[bool, typer.Option("--verify", help="Compute every checksum.")] = False) -> None:
    """List the releases that are loaded."""
    from rich.console import Console
    from rich.table import Table

    from bot.codebook.release import intact, releases

    codebook(library()).close()
    table = Table("code set", "release", "from", "to", "parts", "MB", "checksum")
    for file in (*releases(data_folder() / "codes"), *releases(licensed_folder())):
        release = file.release
        whole = ("whole" if intact(file) else "DAMAGED: load it again") if verify else ""
        checksum = f"{file.path.stem.rsplit('-', 1)[1]} {whole}".strip()
        size = f"{file.path.stat().st_size / 2**20:.1f}"
        table.add_row(
            release.codeset, release.name, str(release.start), str(release.end or ""), " ".join(sorted(file.parts)), size, checksum
        )
    Console().print(table)


@codes_app.command(name="import")
def codes_import(
    codeset: Annotated[str, typer.Argument(help="icd10cm, hcpcs or cpt")],
    files: Annotated[list[Path], typer.Argument(help="The official files, or zip archives of them.")],
    name: _Name = None,
    start: _From = None,
    end: _To = None,
    licence: Annotated[bool, typer.Option("--i-hold-a-licence", help="For CPT: you hold a licence of the AMA.")] = False,
) -> None:
    """Load a release, all of it or nothing; what is in use stays as it is until the new one is whole."""
    from adapters.codes import When, import_cpt, import_hcpcs, import_icd10cm

    when = When(name, _day(start, "--from"), _day(end, "--to"))
    folder, show = data_folder() / "codes", progress(f"Loading {codeset}")
    if codeset == "icd10cm":
        codebook(library()).close()  # the embedded release, so that an index can be added to it
        release = import_icd10cm(folder, files, when, show)
    elif codeset == "hcpcs":
        release = import_hcpcs(folder, files, when, library().own_words, show)
    elif codeset == "cpt":
        if not licence:
            raise BadInputError("CPT belongs to the AMA: load it only if you hold a licence, with --i-hold-a-licence")
        if len(files) != 1:
            raise BadInputError("give one CPT file, or the zip archive of the release")
        release = import_cpt(licensed_folder(), files[0], when, show)
    else:
        raise BadInputError(f"{codeset} is no code set I know; icd10cm, hcpcs or cpt")
    typer.echo(f"Loaded {release.codeset} {release.name}, in force from {release.start}" + (f" to {release.end}." if release.end else "."))


@codes_app.command(name="fetch")
def codes_fetch(
    codeset: Annotated[str, typer.Argument(help="icd10cm or hcpcs")],
    year: Annotated[int | None, typer.Option("--year", help="The fiscal year (ICD-10-CM) or year (HCPCS); this one if none.")] = None,
    month: Annotated[str, typer.Option("--month", help="For HCPCS: january, april, july or october.")] = "october",
    url: Annotated[list[str] | None, typer.Option("--url", help="Another address than the published one; may be repeated.")] = None,
    name: _Name = None,
    start: _From = None,
    end: _To = None,
) -> None:
    """Download the official files from where CMS publishes them, check them, and load them."""
    from tempfile import TemporaryDirectory

    from adapters.codes import ADDRESSES, When, addresses, download, import_hcpcs, import_icd10cm

    if codeset not in ADDRESSES:
        raise BadInputError(f"{codeset} cannot be fetched; icd10cm or hcpcs can")
    today = real_now().date()
    wanted = year or (today.year + 1 if codeset == "icd10cm" and today.month >= 10 else today.year)
    when = When(name, _day(start, "--from"), _day(end, "--to"))
    with TemporaryDirectory(prefix="tutor-fetch-") as folder:
        files = []
        for address in url or addresses(codeset, wanted, month):
            typer.echo(f"Fetching {address}")
            target = Path(folder) / (address.rsplit("/", 1)[-1] or "download")
            download(address, target, progress("Downloading"))
            files.append(target)
        show = progress(f"Loading {codeset}")
        if codeset == "icd10cm":
            release = import_icd10cm(data_folder() / "codes", files, when, show)
            if year and release.start.year + (release.start.month >= 10) != year:
                typer.echo(f"Note: the files are of {release.name}, not of {year}.")
        else:
            release = import_hcpcs(data_folder() / "codes", files, when, library().own_words, show)
    typer.echo(f"Loaded {release.codeset} {release.name}, in force from {release.start}.")


@codes_app.command(name="changes")
def codes_changes(
    codeset: Annotated[str, typer.Argument(help="icd10cm or hcpcs")],
    before: Annotated[str | None, typer.Argument(help="Name or first day of the earlier release; the last but one if none.")] = None,
    after: Annotated[str | None, typer.Argument(help="Name or first day of the later release; the last if none.")] = None,
) -> None:
    """List the codes that are new, revised or deleted between two releases."""
    from adapters.codes import changes

    book = codebook(library())
    books = [one for one in book.books(codeset) if not one.release.own_words]
    chosen = []
    for wanted, usual in ((before, -2), (after, -1)):
        named = [one for one in books if wanted in (one.release.name, str(one.release.start))] if wanted else books[usual:][:1]
        if len(books) < 2 or not named:
            there = ", ".join(f"{one.release.name} ({one.release.start})" for one in books) or "none"
            raise BadInputError(f"two loaded releases of {codeset} are needed; loaded: {there}")
        chosen.append(named[0])
    found = changes(*chosen)
    typer.echo(f"{codeset}: {chosen[0].release.name} to {chosen[1].release.name}")
    typer.echo(f"{len(found.new)} new, {len(found.revised)} revised, {len(found.deleted)} deleted")
    for code, title in found.new:
        typer.echo(f"new      {code:9} {title}")
    for code, old, new in found.revised:
        typer.echo(f"revised  {code:9} {old} -> {new}")
    for code, title, instead in found.deleted:
        typer.echo(f"deleted  {code:9} {title}" + (f" (now {', '.join(instead)})" if instead else ""))
    book.close()
