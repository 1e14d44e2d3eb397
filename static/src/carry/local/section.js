/** The part of the page that takes a diary without an account into the account. */
import { html, nothing, render } from 'lit-html';
import { listen } from '../../store/changes.js';
import { settingsOf } from '../../store/own_day.js';
import { seenBy } from '../../store/whole.js';
import { carryWords } from '../../ui/words/carry.js';
import { localWords } from '../../ui/words/local.js';
import { words } from '../../ui/words.js';
import { counted, sum } from '../bring/plan.js';
import { changes, listOf, news, question } from '../bring/view.js';
import { finished } from '../pieces.js';
import { fitted, foundLocal, takeIn } from './take.js';

/**
 * @typedef {import('../bring/plan.js').Choice} Choice
 * @typedef {{user: string, catalogue: import('../../tracker/catalogue.js').Catalogue, place: HTMLElement}} Here
 * @typedef {{found: import('./take.js').Found, fitted: import('./take.js').Fitted, counts: import('../bring/plan.js').Counts,
 *   choice: Choice, busy: boolean, why: string}} Shown why: it did not work
 */

const { take: said } = localWords;

/** @param {Here} here */
export async function startTake(here) {
  const stop = listen(({ user, what }) => void (user === here.user && what === 'synced' && look(here)));
  await look(here, stop);
}

/** What there is is compared with what the account has now. @param {Here} here @param {() => void} [stop] */
async function look(here, stop) {
  const found = await foundLocal(here.user);
  if (found === null) return void (stop?.(), render(nothing, here.place));
  const settings = await settingsOf(here.user);
  const made = await fitted(here.user, found.entries, settings);
  const counts = await finished(counted(made.wanted, await seenBy(here.user), here.catalogue.checks ?? {}));
  draw(here, { found, fitted: made, counts, choice: 'mine', busy: false, why: '' });
}

/** @param {Here} here @param {Shown} shown */
function draw(here, shown) {
  const { fitted: { lost }, counts, busy, why } = shown;
  const many = changes(shown);
  const change = (/** @type {Partial<Shown>} */ to) => draw(here, { ...shown, ...to });
  const part = html`<section class="card stack" aria-labelledby="take-title">
    <h2 id="take-title">${said.title}</h2>
    <p>${said.text}</p>
    ${listOf(counts)} ${lost.length ? html`<p class="notice warn">${said.lost(lost.join(', '))}</p>` : nothing}
    ${sum(counts, 'differs') ? question(shown, { differs: (choice) => change({ choice }) }, said) : nothing}
    ${many ? nothing : html`<p>${said.same}</p>`}
    <p class="actions">
      <button type="button" aria-disabled=${busy} @click=${() => busy || void take(here, shown)}>${many ? said.go(many) : said.clear}</button>
    </p>
    <p role="status">${busy ? said.working : why}</p>
  </section>`;
  render(part, here.place);
}

/** @param {Here} here @param {Shown} shown */
async function take(here, shown) {
  draw(here, { ...shown, busy: true, why: '' });
  try {
    const { found, fitted: made, choice } = shown;
    await takeIn(here.user, found, made, { choice, checks: here.catalogue.checks ?? {} });
    render(done(), here.place);
    /** @type {HTMLElement | null} */ (here.place.querySelector('#bring-news'))?.focus();
  } catch (error) {
    const { full, broken } = carryWords.bring.why;
    draw(here, { ...shown, busy: false, why: /** @type {any} */ (error)?.code === 'full' ? full : broken });
  }
}

function done() {
  return html`<section class="notice good stack">
    ${news(said.done)}
    <p>${said.doneText}</p>
    <p><a class="button" href=${words.paths.diary}>${words.account.diary}</a></p>
  </section>`;
}
