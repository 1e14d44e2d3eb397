/** The part of the page that makes files. */
import { html, nothing, render } from 'lit-html';
import { download } from '../../ui/download.js';
import { carryWords } from '../../ui/words/carry.js';
import { fileOf, FORMS } from './files.js';
import { mustConfirm } from './recent.js';

/**
 * @typedef {{user: string, catalogue: import('../../tracker/catalogue.js').Catalogue, place: HTMLElement}} Here
 * @typedef {{share: number | null, said: string, confirm?: boolean}} Work
 *   share: of what is done, null without work; said: the last news; confirm: whether to say first who this is
 */

/** @param {Here} here */
export function startOut(here) {
  draw(here, { share: null, said: '' });
}

/** @param {Here} here @param {Work} work */
function draw(here, { share, said, confirm = false }) {
  const { out } = carryWords;
  const part = html`<h2 id="out-title">${out.title}</h2>
    <p>${out.hint}</p>
    <ul class="list">
      ${Object.entries(out.forms).map(
        ([form, { button, hint }], place) => html`<li class="stack">
          <p id="form-${form}">${hint}</p>
          <p><button type="button" class=${place ? 'quiet' : ''} aria-disabled=${share !== null} aria-describedby="form-${form}" @click=${() => share === null && make(here, form)}>${button}</button></p>
        </li>`,
      )}
    </ul>
    ${share === null ? nothing : html`<progress max="1" value=${share} aria-labelledby="out-said"></progress>`}
    <p id="out-said" role="status">${said}</p>
    ${confirm ? html`<p class="actions"><a class="button" href="${out.confirm.path}?next=${encodeURIComponent(location.pathname)}">${out.confirm.go}</a></p>` : nothing}`;
  render(part, here.place);
}

/** @param {Here} here @param {string} name of a form */
async function make(here, name) {
  const { out } = carryWords;
  const form = FORMS[name];
  const tell = (/** @type {number} */ share) => draw(here, { share, said: out.working });
  tell(0);
  if (await mustConfirm(here.user)) return draw(here, { share: null, said: out.confirm.why, confirm: true });
  try {
    const content = await fileOf(here.user, form, here.catalogue, tell);
    if (content) download(form.name, content, form.type);
    draw(here, { share: null, said: content ? out.ready(form.name) : out.empty });
  } catch {
    draw(here, { share: null, said: out.broken });
  }
}
