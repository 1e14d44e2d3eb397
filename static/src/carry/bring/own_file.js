/** Reads our own file: every record of it goes through the same check as a form. */
import { derivedId } from '../../store/identity.js';
import { check } from '../../tracker/check.js';
import { breath } from '../pieces.js';
import { FORMAT, VERSION } from '../own_format.js';
import { renamed, withNumbers } from './questions.js';

/**
 * @typedef {import('../../store/view.js').Body} Body
 * @typedef {import('../../tracker/catalogue.js').Catalogue} Catalogue
 * @typedef {import('./plan.js').Wanted} Wanted
 * @typedef {{record: number, kind: string, field: string, code: string}} Wrong record: its number in the file, from 0
 * @typedef {'not_json' | 'not_ours' | 'newer'} Why
 * @typedef {{user: string, now: Date, schema: number, catalogue: Catalogue, settings: Body, kinds: Map<string, string>}} Around
 *   whose device this is, and what it knows; settings: of the person; kinds: of every record that there is or was
 * @typedef {{foreign: boolean, wanted: Wanted[], wrong: Wrong[], lost: string[]}} OwnFile
 *   foreign: of another account; wrong: what cannot be kept; lost: names of questions that find no number here
 */

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const RECORD = ['kind', 'id', 'body'];
/** Collections: what a file has of them is added to what there is. */
export const PARTS = ['settings', 'marks'];
const AT_ONCE = 100;

/** Why a text is no file of ours. */
export class NotOurs extends Error {
  /** @param {Why} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/**
 * What a text of ours holds.
 * @param {string} text @param {Around} around @param {(share: number) => void} [tell] from 0 to 1
 * @returns {Promise<OwnFile>} rejects with NotOurs
 */
export async function readOwn(text, around, tell = () => {}) {
  const { user, records } = opened(text, around);
  const foreign = user !== around.user;
  /** @type {Wrong[]} */
  const wrong = [];
  /** @type {Map<string, Wanted>} */
  const found = new Map();
  const fitted = foreign ? toFit(records, around.settings) : { lost: [], fit: (/** @type {Body} */ body) => body };
  for (const [place, record] of records.entries()) {
    const problems = problemsOf(record, around);
    const wanted = problems.length ? null : await wantedOf(record, around, foreign, fitted.fit);
    const code = wanted && wrongId(wanted, record, found, foreign, around);
    if (code) problems.push({ field: 'id', code });
    else if (wanted) found.set(wanted.id, wanted);
    wrong.push(...problems.map((problem) => ({ record: place, kind: String(record?.kind), ...problem })));
    if (place % AT_ONCE === 0) {
      tell(place / records.length);
      await breath();
    }
  }
  return { foreign, wanted: [...found.values()], wrong, lost: fitted.lost };
}

/** The file as it was meant, still unchecked. @param {string} text @param {Around} around @returns {{user: string, records: any[]}} */
function opened(text, { schema }) {
  let content;
  try {
    content = JSON.parse(text);
  } catch {
    throw new NotOurs('not_json');
  }
  if (content?.format !== FORMAT || !ID.test(content.user)) throw new NotOurs('not_ours');
  if (content.version > VERSION || content.schema > schema) throw new NotOurs('newer');
  if (!Array.isArray(content.records)) throw new NotOurs('not_ours');
  return content;
}

/** @param {any} record @param {Around} around @returns {import('../../store/database.js').Problem[]} */
function problemsOf(record, { now, catalogue }) {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return [{ field: 'record', code: 'wrong_type' }];
  const strange = Object.keys(record).filter((name) => !RECORD.includes(name));
  if (strange.length) return strange.map((field) => ({ field, code: 'unknown_field' }));
  const found = check(record.kind, record.body, now, catalogue);
  if (typeof record.id !== 'string' || !ID.test(record.id)) found.push({ field: 'id', code: 'wrong_id' });
  return found;
}

/** @param {any} record one that passed the check @param {Around} around @param {boolean} foreign @param {(body: Body) => Body} fit @returns {Promise<Wanted>} */
async function wantedOf({ kind, id, body }, { user }, foreign, fit) {
  const derived = await derivedId(user, kind, body);
  return { kind, id: derived ?? id, body: foreign ? fit(body) : body, part: PARTS.includes(kind) };
}

/** @param {Wanted} wanted @param {any} record @param {Map<string, Wanted>} found before it @param {boolean} foreign @param {Around} around */
function wrongId({ id, kind }, record, found, foreign, { kinds }) {
  if (!foreign && id !== record.id) return 'wrong_id';
  if (found.has(id)) return 'twice';
  return (kinds.get(id) ?? kind) === kind ? null : 'wrong_kind';
}

/** How bodies of another account are made to fit this one's questions. @param {any[]} records @param {Body} mine */
export function toFit(records, mine) {
  const bodies = records.filter((record) => typeof record?.body === 'object' && record.body !== null);
  const theirs = bodies.find(({ kind }) => kind === 'settings')?.body ?? {};
  const answered = new Set(bodies.filter(({ kind }) => kind === 'day').flatMap(({ body }) => Object.keys(body)));
  const numbers = renamed(theirs, mine, answered);
  const lost = [...numbers].filter(([, number]) => number === null).map(([key]) => String(theirs[`${key}_name`] ?? key));
  return { lost, fit: (/** @type {Body} */ body) => withNumbers(body, numbers) };
}
