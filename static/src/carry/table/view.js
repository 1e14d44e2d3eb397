/** How the screen looks on which a person says what each column of a table is. */
import { html, nothing } from 'lit-html';
import { carryWords } from '../../ui/words/carry.js';
import { tableWords as say } from '../../ui/words/carry/table.js';
import { words } from '../../ui/words.js';
import { news } from '../bring/view.js';
import { headingOf } from '../out/fields.js';
import { SEPARATORS } from './cells.js';
import { meaningsOf, OUT, PAIN } from './meanings.js';
import { numberIn, whenIn } from './values.js';

/**
 * @typedef {import('./start.js').Choices} Choices
 * @typedef {import('./start.js').Shown} Shown
 * @typedef {import('./meanings.js').Meaning} Meaning
 * @typedef {{kind(kind: import('./meanings.js').Kind): void, meaning(place: number, meaning: Meaning): void,
 *   answer(answers: Partial<import('./asks.js').Answers>): void, read(how: {separator?: string, names?: boolean}): void, look(): void,
 *   back(): void, cancel(): void, differs(choice: import('../bring/plan.js').Choice): void, leaveOut(on: boolean): void, go(): void}} Acts
 */

/** Examples of a column. */
const FEW = 3;
/** @type {import('./meanings.js').Scale[]} */
const SCALES = ['10', 'whole', '100', '5'];
/** Letters of an example: more tells nothing more. */
const LONG = 60;

/** The frame of every stage; what is said while the phone works is read aloud. @param {unknown} part @param {string} said @param {number | null} share */
export function stage(part, said = '', share = null) {
  return html`<h2 id="bring-title">${carryWords.bring.title}</h2>
    ${part} ${said ? html`<progress max="1" value=${share ?? nothing} aria-labelledby="bring-said"></progress>` : nothing}
    <p id="bring-said" role="status">${said}</p>`;
}

/** @param {Shown} shown @param {Acts} acts */
export function columns(shown, acts) {
  const { name, table, choices, told } = shown;
  return html`${news(say.title)}
    <p class="meta"><bdi>${name}</bdi> · ${say.rows(table.rows.length)}</p>
    <p>${say.intro}</p>
    ${chips('kind', say.kind, say.kinds, choices.kind, acts.kind, say.kindHint)}
    <ul class="list columns">
      ${table.head.map((_, place) => html`<li class="field">${column(shown, place, acts)}</li>`)}
    </ul>
    ${questions(shown, acts)} ${reading(shown, acts)}
    <p id="bring-must" class="error" role="alert">${told}</p>
    <p class="actions">
      <button type="button" @click=${acts.look}>${say.look}</button>
      <button type="button" class="quiet" @click=${acts.cancel}>${say.cancel}</button>
    </p>`;
}

/** The name of a meaning. @param {Shown['catalogue']} catalogue @param {import('./meanings.js').Kind} kind @param {Meaning} meaning */
export function nameOf(catalogue, kind, meaning) {
  const own = Object.hasOwn(say.meanings, meaning) ? say.meanings[/** @type {'out'} */ (meaning)] : null;
  return own ?? headingOf(catalogue, kind, meaning);
}

/** @param {Shown} shown @param {number} place @param {Acts} acts */
function column({ table, choices, guesses, catalogue }, place, acts) {
  const chosen = choices.meanings[choices.kind][place];
  // What only our own tables have is offered where it was found.
  const listed = [...new Set([OUT, ...meaningsOf(choices.kind, catalogue), guesses[choices.kind][place], chosen])];
  const choose = (/** @type {any} */ { target }) => acts.meaning(place, target.value);
  return html`<label for="column-${place}">${say.column(place + 1, table.head[place])}</label>
    ${samples(table.columns.samples[place])}
    <select id="column-${place}" aria-describedby="samples-${place}" @change=${choose}>
      ${listed.map((meaning) => html`<option value=${meaning} .selected=${meaning === chosen}>${nameOf(catalogue, choices.kind, meaning)}</option>`)}
    </select>`;

  /** @param {string[]} cells */
  function samples(cells) {
    const short = cells.slice(0, FEW).map((cell) => (cell.length > LONG ? `${cell.slice(0, LONG)}…` : cell));
    const text = short.map((cell, at) => html`${at ? ' · ' : ''}<bdi>${cell}</bdi>`);
    return html`<p class="meta" id="samples-${place}">${short.length ? html`${say.samples} ${text}` : say.nothingIn}</p>`;
  }
}

/** What only the person knows. @param {Shown} shown @param {Acts} acts */
function questions({ asks, choices, settled }, { answer }) {
  const { order, mark } = asks;
  return html`${order === null ? nothing : chips('order', say.order(order), ordersOf(order), choices.answers.order, (one) => answer({ order: one }))}
  ${mark === null ? nothing : chips('mark', say.mark(mark), marksOf(mark), choices.answers.mark, (one) => answer({ mark: one }))}
  ${asks.scale === null ? nothing : scale(asks.scale, settled.scale, answer)}`;
}

/** @param {number} high @param {import('./meanings.js').Scale | null} chosen @param {Acts['answer']} answer */
function scale(high, chosen, answer) {
  return chips('scale', say.scale, SCALES.map((one) => [one, say.scales[one]]), chosen, (one) => answer({ scale: one }), say.scaleHint(high));
}

/** What a date would become. @param {string} text */
function ordersOf(text) {
  const day = (/** @type {'day' | 'month'} */ order) => {
    const found = whenIn(text, order);
    const date = found && new Date(`${found.day}T12:00`);
    return date?.toLocaleDateString(words.locale, { day: 'numeric', month: 'long', year: 'numeric' }) ?? say.orders[order];
  };
  return { day: day('day'), month: day('month') };
}

/** What a number would become. @param {string} text */
function marksOf(text) {
  const value = (/** @type {',' | '.'} */ mark) => (numberIn(text, mark) ?? 0).toLocaleString(words.locale, { useGrouping: false });
  return { ',': value(','), '.': value('.') };
}

/** How the text was cut into columns; and the scale of pain, where nothing shows that it is another. @param {Shown} shown @param {Acts} acts */
function reading({ table, asks, choices, settled }, { read, answer }) {
  const high = table.facts[choices.meanings[choices.kind].indexOf(PAIN[choices.kind])]?.high;
  const known = SEPARATORS.includes(table.separator) ? [] : [[table.separator, table.separator]];
  return html`<details>
    <summary>${say.read}</summary>
    ${chips('separator', say.separator, Object.fromEntries([...Object.entries(say.separators), ...known]), table.separator, (separator) => read({ separator }))}
    <label class="tick">
      <input type="checkbox" .checked=${table.names} @change=${(/** @type {any} */ { target }) => read({ names: target.checked })} />
      <span>${say.names}</span>
    </label>
    ${asks.scale === null && high !== undefined ? scale(high, settled.scale, answer) : nothing}
  </details>`;
}

/**
 * @template {string} Key
 * @param {string} name @param {string} legend @param {Record<Key, string> | [Key, string][]} options a list where the order is not that of the keys
 * @param {Key | null} chosen
 * @param {(key: Key) => void} choose @param {string} [hint]
 */
function chips(name, legend, options, chosen, choose, hint = '') {
  const all = /** @type {[Key, string][]} */ (Array.isArray(options) ? options : Object.entries(options));
  return html`<fieldset class="chips" aria-describedby=${hint ? `${name}-hint` : nothing}>
    <legend>${legend}</legend>
    ${hint ? html`<p class="meta" id="${name}-hint">${hint}</p>` : nothing}
    <div class="options">
      ${all.map(
        ([key, text]) => html`<label class="option">
          <input type="radio" name=${name} value=${key} .checked=${key === chosen} @change=${() => choose(key)} /><span>${text}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
