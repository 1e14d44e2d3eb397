/** How the list of what is kept and read looks. */
import { html, nothing } from 'lit-html';
import { lang, words } from '../../ui/words.js';
import { markWords } from '../../ui/words/marks.js';

/**
 * @typedef {import('./kept.js').Title} Title
 * @typedef {{kept: Title[], read: Title[], all: Title[], signedIn: boolean}} Page all: of the whole library
 */

const say = markWords[lang];

/** @param {Page} page @param {(title: Title) => void} takeOff */
export function pageOf({ kept, read, all, signedIn }, takeOff) {
  const { invite, paths } = words;
  return html`
    <section class="stack" aria-labelledby="kept-title">
      <h2 id="kept-title">${say.kept}</h2>
      ${kept.length ? keptList(kept, takeOff) : empty()}
    </section>
    <section class="stack" aria-labelledby="read-title">
      <h2 id="read-title">${say.read}</h2>
      ${read.length ? readList(read, all) : html`<p>${say.nothingRead}</p>`}
    </section>
    <p class="meta">
      ${signedIn ? say.account : html`${say.here} <a href=${paths.signIn}>${invite.signIn}</a>`}
    </p>
  `;
}

/** When the device's storage fails. */
export function broken() {
  return html`<div class="notice alarm" role="alert"><p>${say.broken}</p></div>`;
}

function empty() {
  return html`<div class="empty stack">
    <p><strong>${say.empty}</strong></p>
    <p>${say.emptyHint}</p>
    <p><a class="button" href=${words.paths.articles}>${say.toArticles}</a></p>
  </div>`;
}

/** @param {Title[]} kept @param {(title: Title) => void} takeOff */
function keptList(kept, takeOff) {
  /** @param {Title} title */
  const of = ({ title }) => html`<span class="visually-hidden"> ${title}</span>`;
  return html`<ul class="list">
    ${kept.map((title) => html`<li class="kept">
      <a href=${title.url}>${title.title}</a>
      <button type="button" class="quiet small" @click=${() => takeOff(title)}>${say.remove}${of(title)}</button>
    </li>`)}
  </ul>`;
}

/** @param {Title[]} read @param {Title[]} all */
function readList(read, all) {
  const { articles, exercises } = say;
  const [ofRead, ofAll] = [read, all].map(exercisesAmong);
  return html`
    <p>
      ${articles(read.length - ofRead, all.length - ofAll)}${ofRead ? html`, ${exercises(ofRead, ofAll)}` : nothing}
    </p>
    <ul class="list">
      ${read.map(({ url, title }) => html`<li><a href=${url}>${title}</a></li>`)}
    </ul>
  `;
}

/** @param {Title[]} titles */
function exercisesAmong(titles) {
  return titles.filter(({ code }) => code.startsWith('X')).length;
}
