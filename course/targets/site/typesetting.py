"""From prose to the HTML of one page: links, citations and figures are filled in."""

from __future__ import annotations

from html import escape

from markupsafe import Markup

from course.model.artefacts import Artefact
from course.model.course import Course
from course.model.prose import Citation, Figure, LinkStart, Piece, PlacedForm, PlacedYear, Prose
from course.targets.site import drawings
from course.targets.site.addresses import FRONT, Addresses, relative
from course.targets.site.artefact_view import artefact_view
from course.targets.site.templates import Templates
from course.targets.site.year import year_rows


class Typesetter:
    """Write prose for the pages of one course."""

    def __init__(self, course: Course, addresses: Addresses, templates: Templates) -> None:
        self._course = course
        self._addresses = addresses
        self._templates = templates
        self._drawings: dict[str, str] = {}

    def html(self, prose: Prose, page: str) -> Markup:
        """Return prose as HTML for a page (its path from the site's root)."""
        return Markup("".join([self._piece(piece, page) for piece in prose.pieces]))

    def _piece(self, piece: Piece, page: str) -> str:
        match piece:
            case str():
                return piece
            case LinkStart():
                return f'<a href="{escape(relative(page, self._link_target(piece, page)))}">'
            case Citation():
                return self._citation(piece, page)
            case Figure():
                return self._figure(piece, page)
            case Artefact():
                return self.artefact(piece)
            case PlacedForm():
                form = self._course.forms_by_id[piece.id]
                address = relative(page, self._addresses.form(form.id))
                link = self._templates.page("artefacts/form_link.html.jinja", href=address)
                return f"{self.artefact(form.artefact)}{link}"
            case PlacedYear():
                return self._year(piece, page)

    def artefact(self, artefact: Artefact) -> str:
        """Return an artefact as HTML, which is the same on every page."""
        return str(self._templates.page("artefacts/artefact.html.jinja", **artefact_view(artefact)))

    def _year(self, place: PlacedYear, page: str) -> str:
        path = next(one for one in self._course.outline.paths if one.id == place.id)
        rows = year_rows(self._course, self._addresses, path)
        return self._templates.page(
            "pages/year.html.jinja", rows=[{**row, "href": relative(page, row["href"])} for row in rows]
        )

    def _link_target(self, link: LinkStart, page: str) -> str:
        if link.item:
            return self._addresses.item(link.item)
        if link.form:
            return self._addresses.form(link.form)
        if link.made_page:
            return FRONT if link.made_page == "today" else f"{link.made_page}.html"
        path = self._addresses.file(link.path) if link.path else page
        return f"{path}#{link.anchor}" if link.anchor else path

    def _citation(self, citation: Citation, page: str) -> str:
        links = []
        for name, place in citation.sources:
            short = self._course.references_by_id[name].short
            words = escape(f"{short}, {place}" if place else short)
            links.append(f'<a href="{relative(page, self._addresses.reference(name))}">{words}</a>')
        return f'<span class="imr-cite">({"; ".join(links)})</span>'

    def _figure(self, figure: Figure, page: str) -> str:
        words = escape(figure.alternative)
        if not figure.path.lower().endswith(".svg"):
            address = relative(page, image_address(figure.path))
            return f'<img class="imr-figure" src="{escape(address)}" alt="{words}" loading="lazy">'
        return f'<span class="imr-figure" role="img" aria-label="{words}">{self._drawing(figure.path)}</span>'

    def _drawing(self, path: str) -> str:
        if path not in self._drawings:
            self._drawings[path] = drawings.inline(path, self._course.files[path].decode("utf-8"))
        return self._drawings[path]


def image_address(path: str) -> str:
    """Return the address of an image in the site, from its path in the course."""
    return f"assets/{path.removeprefix('content/')}"
