/** Marks of the person who is signed in: one record among the others. */
import { amend, viewOf } from '../../store/entries.js';
import { marksId } from '../../store/identity.js';
import { marked, marksIn } from './mark.js';

/** @typedef {import('./mark.js').Marks} Marks */

/** @param {string} user @returns {Promise<Marks>} rejects with a StoreError */
export async function marksOf(user) {
  return marksIn((await viewOf(user, await marksId(user)))?.body);
}

/** @param {string} user @param {string} name @param {boolean} on */
export async function markFor(user, name, on) {
  await change(user, (marks) => marked(marks, name, on));
}

/** Adds what somebody marked before they signed in; takes nothing off. @param {string} user @param {Marks} marks */
export async function addFor(user, marks) {
  await change(user, (before) => ({ ...before, ...marks }));
}

/** @param {string} user @param {(marks: Record<string, unknown>) => Record<string, unknown>} make */
async function change(user, make) {
  await amend(user, { kind: 'marks', id: await marksId(user) }, make);
}
