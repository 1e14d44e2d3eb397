/** The link from a tip or an insight to trying it out; after the # is what no server gets to see. */
import { html, nothing } from 'lit-html';

/** @type {{path: string, text: string, of: Record<string, string>, titles: Record<string, string>} | null} of: habits by tip and factor */
let leads = null;

/** @param {string} name of a tip or a factor @returns {unknown} nothing where no habit belongs to it */
export function tryOut(name) {
  leads ??= JSON.parse(globalThis.document?.getElementById('trial-leads')?.textContent ?? '{"of": {}}');
  const habit = leads?.of[name];
  return habit ? html`<p><a href="${leads?.path}#${habit}">${leads?.text} ${leads?.titles[habit]}</a></p>` : nothing;
}
