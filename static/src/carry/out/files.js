/** Files of a whole diary, made on the device from what the person sees. */
import { refused } from '../../store/entries.js';
import { viewOfAll } from '../../store/whole.js';
import { keptDevices } from '../../sync/devices.js';
import { SCHEMA } from '../../sync/engine.js';
import { ownQuestions } from '../../tracker/settings.js';
import { carryWords } from '../../ui/words/carry.js';
import { momentAt } from '../../ui/when.js';
import { lang, words } from '../../ui/words.js';
import { written } from '../own_format.js';
import { gathered } from '../pieces.js';
import { inOrder } from './in_order.js';
import { readable } from './readable.js';
import { table, tableName } from './tables.js';
import { zipped } from './zip.js';

/**
 * @typedef {import('../../store/view.js').Entry} Entry
 * @typedef {import('../../tracker/catalogue.js').Catalogue} Catalogue
 * @typedef {{user: string, catalogue: Catalogue, now: Date, entries: Entry[]}} Diary catalogue: with the person's own questions
 * @typedef {(done: number) => void} Tell how many pieces there are so far
 * @typedef {{name: string, type: string, content(diary: Diary, tell: Tell): Promise<BlobPart[]>}} Form
 */

/** @type {Record<string, Form>} names of files say nothing about health */
export const FORMS = {
  json: {
    name: 'rugwijs.json',
    type: 'application/json',
    async content({ user, entries, now }, tell) {
      const made = momentAt(now);
      const { devices } = await keptDevices(user);
      return gathered(written({ user, schema: SCHEMA, made }, entries, await refused(user), devices), tell);
    },
  },
  page: {
    name: 'rugwijs.html',
    type: 'text/html',
    content({ entries, catalogue, now }, tell) {
      const { page, bring } = carryWords;
      return gathered(readable(entries, now, { catalogue, words, said: page, kinds: bring.kinds, lang }), tell);
    },
  },
  tables: { name: 'rugwijs-csv.zip', type: 'application/zip', content: tablesOf },
};

/**
 * The content of a file; null when nothing was logged.
 * @param {string} user @param {Form} form @param {Catalogue} catalogue @param {(share: number) => void} tell from 0 to 1
 * @param {Date} [now]
 */
export async function fileOf(user, form, catalogue, tell, now = new Date()) {
  const seen = await viewOfAll(user, (done, all) => tell(done / Math.max(all, 1) / 2));
  if (seen.length === 0) return null;
  const entries = inOrder(seen, Object.keys(catalogue.checks ?? {}));
  const own = ownQuestions(seen.find(({ kind }) => kind === 'settings')?.body ?? {});
  // How many pieces there will be is not known; the share only ever grows.
  return form.content({ user, catalogue: { ...catalogue, own }, now, entries }, (done) => tell(1 - 1 / (2 + done / 20)));
}

/** @param {Diary} diary @param {Tell} tell */
async function tablesOf({ entries, catalogue, now }, tell) {
  const files = [];
  let before = 0;
  for (const kind of new Set(entries.map((entry) => entry.kind))) {
    const ofKind = entries.filter((entry) => entry.kind === kind);
    const pieces = await gathered(table(ofKind, kind, catalogue, words, carryWords.tables), (done) => tell(before + done));
    before += pieces.length;
    files.push({ name: tableName(kind), content: new TextEncoder().encode(pieces.join('')) });
  }
  return gathered(zipped(files, now), (done) => tell(before + done));
}
