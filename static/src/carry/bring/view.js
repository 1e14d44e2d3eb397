/** How bringing a file in looks, at each stage. */
import { html, nothing } from 'lit-html';
import { carryWords } from '../../ui/words/carry.js';
import { words } from '../../ui/words.js';
import { sum } from './plan.js';
import { MB } from './preview.js';
import { LIMIT } from './text.js';

/**
 * @typedef {import('./section.js').Stage} Stage
 * @typedef {import('./preview.js').Preview} Preview
 * @typedef {import('../../tracker/catalogue.js').Catalogue} Catalogue
 * @typedef {{choose(file: File): void, differs(choice: import('./plan.js').Choice): void, leaveOut(on: boolean): void,
 *   go(): void, cancel(): void, undo(): void}} Acts
 */

const say = carryWords.bring;
/** Some phones know a table only by the name of its sort, and some by that of a spreadsheet. */
const KINDS = '.json,application/json,.csv,.tsv,.txt,text/csv,text/comma-separated-values,text/tab-separated-values,text/plain,application/vnd.ms-excel';
/** @type {('added' | 'filled' | 'same' | 'differs')[]} */
const SORTS = ['added', 'filled', 'same', 'differs'];

/** @param {Stage} stage @param {Acts} acts @param {Catalogue} catalogue */
export function stageOf(stage, acts, catalogue) {
  const working = stage.at === 'working';
  return html`<h2 id="bring-title">${say.title}</h2>
    ${stage.at === 'start' ? html`<p id="bring-hint">${say.hint(LIMIT / MB)}</p>` : nothing}
    ${stage.at === 'start' ? chooser(stage, acts) : nothing} ${partOf(stage, acts, catalogue)} ${stage.at === 'refused' ? chooser(stage, acts) : nothing}
    ${working ? html`<progress max="1" value=${stage.share ?? nothing} aria-labelledby="bring-said"></progress>` : nothing}
    <p id="bring-said" role="status">${working ? stage.said : ''}</p>`;
}

/** @param {Stage} stage @param {Acts} acts */
function chooser({ at }, { choose }) {
  const chosen = (/** @type {any} */ { target }) => {
    const [file] = target.files;
    target.value = ''; // the same file may be chosen again
    if (file) choose(file);
  };
  return html`<div class="field">
    <label for="file">${at === 'start' ? say.choose : say.other}</label>
    <input id="file" type="file" accept=${KINDS} aria-describedby=${at === 'start' ? 'bring-hint' : nothing} @change=${chosen} />
  </div>`;
}

/** @param {Stage} stage @param {Acts} acts @param {Catalogue} catalogue */
function partOf(stage, acts, catalogue) {
  if (stage.at === 'start') return stage.last ? last(stage.last, acts) : nothing;
  if (stage.at === 'refused') return refused(stage.why, stage.place);
  if (stage.at === 'preview') return preview(stage.preview, stage.told, acts);
  if (stage.at === 'done') return done(stage.brought, stage.waiting, acts, catalogue);
  return stage.at === 'undone' ? undone(stage.back, acts) : nothing;
}

/** @param {string} title */
export function news(title) {
  return html`<h3 id="bring-news" tabindex="-1">${title}</h3>`;
}

/** @param {import('./bring.js').Brought} brought @param {Acts} acts */
function last({ at, name }, { undo }) {
  const day = new Date(at).toLocaleDateString(words.locale, { day: 'numeric', month: 'long' });
  return html`<div class="stack">
    <p>${say.last(day, '')}<bdi>${name}</bdi></p>
    <p class="meta">${say.lastHint}</p>
    <p><button type="button" class="quiet" @click=${undo}>${say.undo}</button></p>
  </div>`;
}

/** @param {string} why @param {string} place */
function refused(why, place) {
  return html`<div class="notice alarm stack">
    ${news(say.refused)}
    <p>${why} ${place ? html`${place}.` : nothing}</p>
    <p>${say.nothing}</p>
  </div>`;
}

/** @param {Preview} shown @param {string} told @param {Acts} acts */
function preview(shown, told, acts) {
  const { name, counts, foreign, lost, wrong } = shown;
  const many = changes(shown);
  return html`${news(say.preview)}
    <p class="meta"><bdi>${name}</bdi></p>
    ${foreign ? html`<p class="notice warn">${say.foreign}</p>` : nothing} ${listOf(counts)}
    ${lost.length ? html`<p class="notice warn">${say.lost(lost.join(', '))}</p>` : nothing} ${sum(counts, 'differs') ? question(shown, acts) : nothing}
    ${wrong.length ? mistakes(listed(shown), told, acts) : nothing} ${many === 0 && wrong.length === 0 ? html`<p>${say.nothingNew}</p>` : nothing}
    <p class="actions">
      ${many ? html`<button type="button" @click=${acts.go}>${foreign ? say.goForeign(many) : say.go(many)}</button>` : nothing}
      <button type="button" class="quiet" @click=${acts.cancel}>${many ? say.cancel : say.other}</button>
    </p>`;
}

/** @param {Preview} preview */
function listed({ wrong, leftOut, many }) {
  return { wrong, leftOut, title: say.wrong(many), more: many - wrong.length, rest: say.leaveOut };
}

/** How many entries one tap would change. @param {Pick<Preview, 'counts' | 'choice'>} preview */
export function changes({ counts, choice }) {
  return sum(counts, 'added') + sum(counts, 'filled') + (choice === 'file' ? sum(counts, 'differs') : 0);
}

/** @param {import('./plan.js').Counts} counts */
export function listOf(counts) {
  /** @type {Record<string, string>} */
  const kinds = say.kinds;
  // In the order of the words: that of the entries can be one of random ids.
  const found = [...new Set([...Object.keys(kinds), ...Object.keys(counts)])].filter((kind) => counts[kind]);
  return html`<dl>
    ${found.map(
      (kind) => html`<dt>${kinds[kind] ?? kind}</dt><dd>${SORTS.filter((sort) => counts[kind][sort] > 0).map((sort) => html`<span>${say.sorts[sort](counts[kind][sort])}</span> `)}</dd>`,
    )}
  </dl>`;
}

/**
 * @param {Pick<Preview, 'counts' | 'choice'>} preview @param {Pick<Acts, 'differs'>} acts
 * @param {Pick<typeof say, 'differs' | 'choices'>} [asked] how it is asked
 */
export function question({ counts, choice }, { differs }, asked = say) {
  const choices = /** @type {[import('./plan.js').Choice, string][]} */ (Object.entries(asked.choices));
  return html`<fieldset class="chips">
    <legend>${asked.differs(sum(counts, 'differs'))}</legend>
    <div class="options">
      ${choices.map(
        ([one, text]) => html`<label class="option">
          <input type="radio" name="differs" value=${one} .checked=${one === choice} @change=${() => differs(one)} /><span>${text}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/** @param {Pick<Preview, 'wrong' | 'leftOut'> & {title: string, more: number, rest: string}} listed rest: what happens to the others @param {string} told @param {Pick<Acts, 'leaveOut'>} acts */
export function mistakes({ wrong, leftOut, title, more, rest }, told, { leaveOut }) {
  return html`<div class="notice alarm stack">
    <h4>${title}</h4>
    <ul>
      ${wrong.map(({ where, what }) => html`<li><strong>${where}</strong>: ${what}</li>`)}
    </ul>
    ${more > 0 ? html`<p>${say.more(more)}</p>` : nothing}
    <label class="tick">
      <input type="checkbox" .checked=${leftOut} aria-describedby="bring-must" @change=${(/** @type {any} */ { target }) => leaveOut(target.checked)} />
      <span>${rest}</span>
    </label>
    <p id="bring-must" class="error" role="alert">${told}</p>
  </div>`;
}

/** @param {import('./bring.js').Brought} brought @param {number} waiting edits to send @param {Acts} acts @param {Catalogue} catalogue */
function done({ added, changed }, waiting, acts, { limits }) {
  const limit = limits?.ops ?? Infinity;
  return html`<div class="notice good stack">
      ${news(say.done)} ${added ? html`<p>${say.added(added)}</p>` : nothing} ${changed ? html`<p>${say.changed(changed)}</p>` : nothing}
      ${waiting === 0 ? nothing : html`<p>${say.sending} ${waiting > limit ? say.tomorrow(limit) : nothing}</p>`}
    </div>
    <p class="actions">
      <a class="button" href=${words.paths.diary}>${words.account.diary}</a>
      <button type="button" class="quiet" @click=${acts.undo}>${say.undo}</button>
    </p>`;
}

/** @param {import('./bring.js').TakenBack} back @param {Acts} acts */
function undone({ removed, restored, left }, { cancel }) {
  return html`<div class="notice good stack">
      ${news(say.undone)} ${removed ? html`<p>${say.removed(removed)}</p>` : nothing}
      ${restored ? html`<p>${say.restored(restored)}</p>` : nothing} ${left ? html`<p>${say.left(left)}</p>` : nothing}
    </div>
    <p class="actions"><button type="button" class="quiet" @click=${cancel}>${say.other}</button></p>`;
}
