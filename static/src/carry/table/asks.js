/** What only the person knows of a table: which of day and month is first, what a point stands for, how pain was counted. */
import { figureIn, isOurs, OUT, PAIN, WHEN } from './meanings.js';
import { isEither, markIn, orderIn, whenIn } from './values.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./meanings.js').Kind} Kind
 * @typedef {import('./meanings.js').Meaning} Meaning
 * @typedef {import('./values.js').Order} Order
 * @typedef {import('./values.js').Mark} Mark
 * @typedef {import('./meanings.js').Scale} Scale
 * @typedef {{order: Order | null, mark: Mark | null, scale: Scale | null}} Answers null: not answered
 * @typedef {{order: string | null, mark: string | null, scale: number | null}} Asks
 *   an example of what must be asked: a date, a number, the highest figure for pain; null: nothing to ask
 * @typedef {{order: Order | 'either' | null, date: string, mark: Mark | null, either: string | null, high: number, ours: boolean, count: number}} Facts
 *   of one column; date: one that can be read in two ways; either: such a number; high: the highest; ours: all are whole and 0 to 10
 */

/** What no column says by itself. */
const DAYS = [WHEN, 'day'];
const TEXT = ['note', 'zones', 'feel', 'relief', 'time', 'zone', 'id', ...DAYS, OUT];

/** @param {Row[]} rows @param {number} column @returns {Facts} */
export function factsOf(rows, column) {
  const texts = rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((text) => text !== '');
  const either = texts.find(isEither) ?? null;
  const mark = markIn(texts);
  const figures = texts.map((text) => figureIn(text, mark ?? ',')).filter((figure) => figure !== null);
  return {
    order: orderIn(texts),
    date: texts.find(isTwofold) ?? '',
    mark,
    either,
    high: figures.reduce((high, figure) => Math.max(high, figure), 0),
    ours: figures.every(isOurs),
    count: texts.length,
  };
}

/** What must be asked. @param {Facts[]} facts of the columns @param {Meaning[]} meanings @param {Kind} kind @returns {Asks} */
export function asksOf(facts, meanings, kind) {
  const days = facts.filter((_, place) => DAYS.includes(meanings[place]));
  const numbers = facts.filter((_, place) => !TEXT.includes(meanings[place]));
  const pain = facts[meanings.indexOf(PAIN[kind])];
  return {
    order: days.find(({ order }) => order === null)?.date ?? null,
    mark: toldMark(numbers) ? null : (numbers.find(({ either }) => either !== null)?.either ?? null),
    scale: pain && !pain.ours ? pain.high : null,
  };
}

/** How the table is read: as it shows itself, or as the person answered; null for what is still open. @param {Facts[]} facts @param {Meaning[]} meanings @param {Asks} asks @param {Answers} answers @returns {Answers} */
export function settled(facts, meanings, asks, answers) {
  const days = facts.filter((_, place) => DAYS.includes(meanings[place]));
  const shown = days.map(({ order }) => order).find((order) => order === 'day' || order === 'month');
  return {
    order: asks.order === null ? (/** @type {Order | undefined} */ (shown) ?? 'day') : answers.order,
    mark: asks.mark === null ? (toldMark(facts.filter((_, place) => !TEXT.includes(meanings[place]))) ?? ',') : answers.mark,
    scale: asks.scale === null ? '10' : answers.scale,
  };
}

/** @param {Facts[]} numbers */
function toldMark(numbers) {
  const told = new Set(numbers.map(({ mark }) => mark).filter((mark) => mark !== null));
  return told.size === 1 ? [...told][0] : null;
}

/** @param {string} text */
function isTwofold(text) {
  const [one, other] = [whenIn(text, 'day'), whenIn(text, 'month')];
  return one !== null && other !== null && one.day !== other.day;
}
