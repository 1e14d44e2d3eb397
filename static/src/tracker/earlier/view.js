/** How earlier versions look: folded away at their entry, and told above the diary. */
import { html } from 'lit-html';
import { lang, words } from '../../ui/words.js';
import { earlierWords } from '../../ui/words/earlier.js';

/** @typedef {import('./lines.js').EarlierLine} EarlierLine */

const say = earlierWords[lang];

/**
 * @param {string} of the entry, for who does not see where it stands
 * @param {EarlierLine[]} lines @param {(line: EarlierLine) => void} putBack
 */
export function earlierOf(of, lines, putBack) {
  return html`<details class="earlier">
    <summary>${say.title}<span class="visually-hidden">: ${of}</span></summary>
    <ul class="list">
      ${lines.map((line) => html`<li class="earlier-line">${earlierValue(line, putBack)}</li>`)}
    </ul>
  </details>`;
}

/** @param {EarlierLine} line @param {(line: EarlierLine) => void} putBack */
function earlierValue(line, putBack) {
  const { label, was, now, when } = line;
  return html`<div>
      <p>${label}: <strong>${was}</strong></p>
      <p class="meta">${say.now(now)} ${say.replaced(when)}</p>
    </div>
    <button type="button" class="quiet small" @click=${() => putBack(line)}>${say.putBack}<span class="visually-hidden">: ${label} ${was}</span></button>`;
}

/** @param {{name: string, day: string}[]} entries @param {() => void} seen */
export function toldUntilSeen(entries, seen) {
  return html`<section class="notice info stack" aria-labelledby="told-earlier">
    <h2 id="told-earlier">${say.told}</h2>
    <p>${say.toldHint}</p>
    <ul class="list">
      ${entries.map(({ name, day }) => html`<li><a href="${words.paths.diary}#${day}">${name}</a></li>`)}
    </ul>
    <p class="actions"><button type="button" class="quiet small" @click=${seen}>${say.seen}</button></p>
  </section>`;
}
