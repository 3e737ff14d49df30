/** The dialog of the search: a field, how much was found, and the results. */

import { searchData } from "../../course/loading";
import type { Answer, Found } from "../../search/course_search";
import { CourseSearch } from "../../search/course_search";
import { makeButton } from "../../ui/button";
import { language } from "../../ui/days";
import { all, make } from "../../ui/dom";
import { label } from "../../ui/labels";
import { linkTo } from "../../ui/link";
import { resultsOf } from "./results";
import { say, sayCount } from "./words";

const SHOWN_AT_FIRST = 12;
/** So long nothing is typed before an answer is shown; a screen reader would say every one. */
const PAUSE = 150;
const FIELD = "imr-search-field";

export class SearchDialog {
  private readonly field = make("input", FIELD);
  private readonly status = make("div", "imr-search-status");
  private readonly list = make("ol", "imr-found-list");
  /** What can be done below the results, or in their place. */
  private readonly below = make("div", "imr-search-below");
  private readonly dialog: HTMLDialogElement;
  private search: CourseSearch | undefined;
  private answered = "";
  /** Enter was pressed before there was anything to open. */
  private isFirstAwaited = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly base: string) {
    this.dialog = make("dialog", "imr-search", this.form(), this.status, this.list, this.below);
    label(this.dialog, say("title"), ...this.dialog.children);
    this.status.setAttribute("role", "status");
    // without its marks a list is none to some screen readers
    this.list.setAttribute("role", "list");
    this.dialog.addEventListener("keydown", (event) => this.onKey(event));
    this.dialog.addEventListener("click", (event) => this.onClick(event));
    document.body.append(this.dialog);
    this.tell(say("begin"));
  }

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
    this.field.focus();
    this.field.select();
    if (!this.search) this.begin();
  }

  private begin(): void {
    searchData(this.base).then(
      (data) => {
        this.search ??= new CourseSearch(data, language());
        this.answer();
        if (this.isFirstAwaited) this.links()[0]?.click();
      },
      () => {
        this.tell(say("broken"));
        this.below.replaceChildren(this.otherWays());
      },
    );
  }

  private form(): HTMLFormElement {
    this.field.id = FIELD;
    this.field.type = "search";
    this.field.autocomplete = "off";
    this.field.spellcheck = false;
    this.field.enterKeyHint = "go";
    this.field.addEventListener("input", () => this.wait());
    const label = make("label", "imr-search-label", say("asked"));
    label.htmlFor = FIELD;
    const close = makeButton("imr-search-close", () => this.dialog.close(), say("close"));
    const form = make("form", "imr-search-form", label, this.field, close);
    form.setAttribute("role", "search");
    form.addEventListener("submit", (event) => this.openFirst(event));
    return form;
  }

  private wait(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.answer(), PAUSE);
  }

  /** Show what is found for the words in the field. */
  private answer(): void {
    clearTimeout(this.waiting);
    const typed = this.field.value.trim();
    if (!this.search || typed === this.answered) return;
    this.answered = typed;
    this.list.replaceChildren();
    this.below.replaceChildren();
    if (typed) this.show(this.search.ask(typed), typed);
    else this.tell(say("begin"));
    this.dialog.scrollTop = 0;
  }

  private show({ found, near }: Answer, typed: string): void {
    if (found.length === 0) {
      this.tell(say("none", { typed }));
      this.below.append(make("p", "", say("none_help")), this.otherWays());
      return;
    }
    const close = near.map((word) => say("near", { typed: word.typed, found: word.found.join(", ") }));
    this.tell(sayCount("count", found.length), ...close);
    this.append(found, 0, SHOWN_AT_FIRST);
  }

  /** Append the results from one to another, and a button for those that are left. */
  private append(found: readonly Found[], from: number, to: number): void {
    const { stem } = this.search as CourseSearch;
    this.list.append(...resultsOf(found.slice(from, to), from, this.base, stem));
    this.below.replaceChildren();
    const left = found.length - to;
    if (left <= 0) return;
    const showRest = (): void => {
      this.append(found, to, found.length);
      this.links()[to]?.focus();
    };
    this.below.append(makeButton("imr-search-rest", showRest, sayCount("more", left)));
  }

  private tell(...lines: readonly string[]): void {
    this.status.replaceChildren(...lines.map((line) => make("p", "", line)));
  }

  /** Return links to where one can look without the search. */
  private otherWays(): HTMLUListElement {
    const links = [
      linkTo(`${this.base}/now.html`, say("now")),
      linkTo(`${this.base}/map.html`, say("map")),
      linkTo(`${this.base}/look-up.html`, say("look_up")),
    ];
    return make("ul", "imr-search-ways", ...links.map((link) => make("li", "", link)));
  }

  private links(): HTMLAnchorElement[] {
    return all<HTMLAnchorElement>(this.list, "a");
  }

  private openFirst(event: SubmitEvent): void {
    event.preventDefault();
    this.isFirstAwaited = !this.search;
    this.answer();
    this.links()[0]?.click();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      // a field for searching would be emptied first
      event.preventDefault();
      this.dialog.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.move(event);
    }
  }

  /** Move between the field and the results by arrow keys, beside Tab. */
  private move(event: KeyboardEvent): void {
    const stops = [this.field, ...this.links()];
    const here = stops.indexOf(event.target as HTMLInputElement);
    const there = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !there) return;
    event.preventDefault();
    there.focus();
  }

  private onClick(event: MouseEvent): void {
    const target = event.target as Element;
    // a press beside the dialog is one on its backdrop
    const isBeside = target === this.dialog && event.detail > 0;
    const isFollowed = target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    // closed first: it gives back the focus, and the place that a link opens takes it
    if (isBeside || isFollowed) this.dialog.close();
  }
}
