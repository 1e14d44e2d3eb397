/** How what was found looks; templates/library/_search.html draws the same on the server. */
import { html, nothing } from 'lit-html';
import { words } from '../ui/words.js';

/**
 * @typedef {import('./search.js').Found} Found
 * @typedef {import('./search.js').Hit} Hit
 */

/** The sentence above the results. @param {Found} found */
export function foundLine({ asked, cut, hits }) {
  const { search } = words;
  const found = hits.length ? search.found(hits.length) : asked ? search.nothing(asked) : search.empty;
  return cut ? `${search.cut} ${found}` : found;
}

/** @param {Found} found @param {(word: string) => void} tryWord */
export function results({ hits, guesses }, tryWord) {
  if (hits.length) return html`<ol class="list results">${hits.map(result)}</ol>`;
  if (!guesses.length) return nothing;
  return html`<p>${words.search.guess}</p>
    <p class="actions">
      ${guesses.map((word) => html`<button type="button" class="quiet" @click=${() => tryWord(word)}>${word}</button>`)}
    </p>`;
}

/** @param {Hit} hit */
function result({ entry, sentence }) {
  return html`<li>
    <h2><a href=${entry.url}>${entry.title}</a>${entry.kind === 'exercise' ? tag() : nothing}</h2>
    <p>${entry.summary}</p>
    ${sentence.length ? html`<p class="meta">${sentence.map(piece)}</p>` : nothing}
    <p><span class="grade" data-grade=${entry.grade}>${gradeWords(entry.grade)}</span></p>
  </li>`;
}

function tag() {
  return html` <span class="tag">${words.search.exercise}</span>`;
}

/** @param {[text: string, matches: boolean]} piece */
function piece([text, matches]) {
  return matches ? html`<mark>${text}</mark>` : text;
}

/** @param {string} grade */
function gradeWords(grade) {
  return words.search.grades[/** @type {'A'} */ (grade)];
}
