/** The question with which the programme begins. Nothing is chosen beforehand. */
import { html, nothing } from 'lit-html';
import { lang, words } from '../../ui/words.js';
import { walking } from '../../ui/words/walking.js';

const MINUTES = [5, 10, 15, 20, 25, 30];
const { begin, minutes } = walking[lang];

/** @param {import('./view.js').Page} page @param {import('./view.js').Acts} acts */
export function beginForm({ found, signedIn, problem }, acts) {
  const open = problem === 'minutes';
  return html`<form class="card stack" id="walk-begin" novalidate @submit=${acts.begin}>
    <h2 id="walk-title" tabindex="-1">${begin.title}</h2>
    <fieldset class="chips ${open ? 'wrong' : ''}" role="radiogroup" aria-describedby="minutes-hint ${open ? 'minutes-error' : ''}">
      <legend>${begin.ask}</legend>
      <p class="hint" id="minutes-hint">${begin.hint}</p>
      ${open ? html`<p class="error" id="minutes-error">${begin.open}</p>` : nothing}
      <div class="options">
        ${MINUTES.map((each) => html`<label class="option"><input type="radio" name="minutes" value=${each} /><span>${minutes(each)}</span></label>`)}
      </div>
    </fieldset>
    <p><a href="#when-not">${begin.first}</a></p>
    <button type="submit" class="big wide">${found.plan ? begin.again : begin.start}</button>
    ${signedIn ? nothing : html`<p class="meta">${begin.here} <a href=${words.paths.signIn}>${words.invite.signIn}</a></p>`}
  </form>`;
}
