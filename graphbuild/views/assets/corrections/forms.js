/** Setting things right: the forms in an actor's card. */

import { typeOf } from "../data/lines.js";
import { bdi, el, shorten } from "../lib/dom.js";
import { TEXTS } from "../lib/texts.js";
import { choiceText } from "../lib/wording.js";
import { typeGlyph } from "../panels/components.js";

/** @typedef {import("../panels/components.js").Context} Context */

/**
 * What can be set right about an actor: its name, its type, that it is another one, that it is none.
 * @param {Context} context
 * @param {number} actor
 */
export function amendForm(context, actor) {
  const { data, actions } = context;
  const subject = data.actors.id[actor];
  const field = (/** @type {string} */ label, /** @type {HTMLElement} */ input, /** @type {HTMLElement | false} */ button) =>
    el("div", { class: "amend-row" }, el("label", { for: input.id }, label), input, button);

  const name = /** @type {HTMLInputElement} */ (el("input", { type: "text", id: "amend-name", value: data.actors.name[actor], maxlength: 200, autocomplete: "off", spellcheck: "false" }));
  const rename = /** @type {HTMLButtonElement} */ (el("button", { type: "submit", disabled: true }, TEXTS.rename));
  const wanted = () => name.value.replace(/\s+/g, " ").trim();
  name.addEventListener("input", () => { rename.disabled = !wanted() || wanted() === data.actors.name[actor]; });
  const nameForm = el("form", { on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!rename.disabled) actions.amend({ action: "rename", subject, object: wanted() });
  } } }, field(TEXTS.newName, name, rename));

  const now = typeOf(data, actor);
  const type = /** @type {HTMLSelectElement} */ (el("select", { id: "amend-type" }, data.types.map((one) => el("option", { value: one, selected: one === now }, choiceText("types", one)[0]))));
  const retype = /** @type {HTMLButtonElement} */ (el("button", { type: "submit", disabled: true }, TEXTS.retype));
  if (!data.types.includes(now)) type.value = "";
  type.addEventListener("change", () => { retype.disabled = type.value === now; });
  const typeForm = el("form", { on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!retype.disabled) actions.amend({ action: "retype", subject, object: type.value });
  } } }, field(TEXTS.newType, type, retype));

  const word = (/** @type {import("../data/payload.js").Coded} */ column) => column.words[column.codes[actor]];
  const nations = Object.entries(data.nations).sort((a, b) => a[1].localeCompare(b[1]));
  /** @type {[string, string][]} */
  const roles = data.roles.map((role) => [role, choiceText("roles", role).filter(Boolean).join(" · ")]);
  const chooseForm = (/** @type {"country" | "role"} */ action, /** @type {string} */ label, /** @type {string} */ nothing, /** @type {[string, string][]} */ choices) => {
    const own = word(data.actors[action]);
    const select = /** @type {HTMLSelectElement} */ (el("select", { id: `amend-${action}` }, el("option", { value: "none", selected: !own }, nothing), choices.map(([value, text]) => el("option", { value, selected: value === own }, text))));
    const change = /** @type {HTMLButtonElement} */ (el("button", { type: "submit", disabled: true }, TEXTS.retype));
    select.addEventListener("change", () => { change.disabled = select.value === (own || "none"); });
    return el("form", { on: { submit: (/** @type {Event} */ event) => {
      event.preventDefault();
      if (!change.disabled) actions.amend({ action, subject, object: select.value });
    } } }, field(label, select, change));
  };
  const countryForm = chooseForm("country", TEXTS.country, TEXTS.noWord.countries, nations);
  const roleForm = chooseForm("role", TEXTS.role, TEXTS.noWord.roles, roles);

  const aliases = data.actors.aliases[actor] ? data.actors.aliases[actor].split(" | ") : [];
  const alias = /** @type {HTMLSelectElement} */ (el("select", { id: "amend-alias" }, aliases.map((one) => el("option", { value: one }, shorten(one, 60)))));
  const splitForm = aliases.length > 0 && el("form", { on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    actions.amend({ action: "split", subject, object: alias.value });
  } } }, field(TEXTS.splitOff, alias, el("button", { type: "submit" }, TEXTS.split)), el("p", { class: "soft amend-note" }, TEXTS.laterOnly));

  const form = el(
    "section",
    { class: "amend", "aria-label": TEXTS.correctTitle },
    nameForm, typeForm, countryForm, roleForm, mergeRow(context, actor), splitForm,
    el("div", { class: "amend-row" }, el("button", { type: "button", class: "text danger", title: TEXTS.ignoreHint, on: { click: () => actions.amend({ action: "ignore", subject, object: "" }) } }, TEXTS.ignore)),
  );
  return form;
}

/**
 * Find the other actor, then say which name stays.
 * @param {Context} context
 * @param {number} actor
 */
function mergeRow(context, actor) {
  const { data, actions } = context;
  const row = el("div", { class: "amend-merge" });
  const ask = () => {
    const finder = context.finder((other) => { if (other !== actor) choose(other); }, "merge-search", TEXTS.mergeHint);
    finder.removeAttribute("role"); // it is not the search of the page
    finder.querySelector("input")?.removeAttribute("aria-label"); // it has a label
    row.replaceChildren(el("div", { class: "amend-row" }, el("label", { for: "merge-search" }, TEXTS.sameAs), finder));
  };
  const choose = (/** @type {number} */ other) => {
    const merge = (/** @type {number} */ from, /** @type {number} */ into) =>
      el("button", { type: "button", class: "keep", on: { click: () => actions.amend({ action: "merge", subject: data.actors.id[from], object: data.actors.id[into] }) } },
        typeGlyph(typeOf(data, into)), el("span", null, TEXTS.mergeKeep, " ", bdi(shorten(data.actors.name[into], 60))));
    const buttons = [merge(actor, other), merge(other, actor)];
    // The name that more sentences stand behind is offered first.
    if (data.actors.degree[other] < data.actors.degree[actor]) buttons.reverse();
    row.replaceChildren(
      el("p", { class: "soft" }, TEXTS.sameAsBy(shorten(data.actors.name[actor], 60)), " ", bdi(shorten(data.actors.name[other], 60)), "."),
      el("div", { class: "amend-keep", role: "group" }, ...buttons, el("button", { type: "button", class: "text", on: { click: () => { ask(); row.querySelector("input")?.focus(); } } }, TEXTS.cancel)),
    );
    row.querySelector("button")?.focus();
  };
  ask();
  return row;
}
