/** A table of somebody else: the person says what each column is, looks first, and adds it with one tap. */
import { render } from 'lit-html';
import { settingsOf } from '../../store/own_day.js';
import { ownQuestions } from '../../tracker/settings.js';
import { carryWords } from '../../ui/words/carry.js';
import { tableWords as say } from '../../ui/words/carry/table.js';
import { bring } from '../bring/bring.js';
import { Refused } from '../bring/refused.js';
import { asksOf, settled } from './asks.js';
import { separatorIn } from './cells.js';
import { guessed, kindIn } from './guesses.js';
import { OUT, PAIN, WHEN } from './meanings.js';
import { isForReading } from './ours.js';
import { previewOf } from './preview.js';
import { previewStage } from './preview_view.js';
import { tableOf } from './table.js';
import { columns, nameOf, stage } from './view.js';

/**
 * @typedef {import('../../tracker/catalogue.js').Catalogue} Catalogue
 * @typedef {import('./meanings.js').Kind} Kind
 * @typedef {import('./meanings.js').Meaning} Meaning
 * @typedef {import('./asks.js').Answers} Answers
 * @typedef {import('./preview.js').Preview} Preview
 * @typedef {{kind: Kind, meanings: Record<Kind, Meaning[]>, answers: Answers}} Choices
 * @typedef {{user: string, catalogue: Catalogue, place: HTMLElement, name: string, text: string,
 *   done(brought: import('../bring/bring.js').Brought): void, cancel(): void, refuse(error: unknown): void}} Part
 * @typedef {{part: Part, catalogue: Catalogue, settings: import('../../store/view.js').Body, table: import('./table.js').Table,
 *   guesses: Record<Kind, Meaning[]>, choices: Choices, preview: Preview | null}} Here catalogue: with the person's own questions
 * @typedef {{name: string, catalogue: Catalogue, table: Here['table'], choices: Choices, guesses: Here['guesses'],
 *   asks: import('./asks.js').Asks, settled: Answers, told: string}} Shown
 */

/** @type {Answers} */
const UNANSWERED = { order: null, mark: null, scale: null };

/** @param {Part} part @returns {Promise<void>} rejects with Refused when it is no table */
export async function startTable(part) {
  const settings = await settingsOf(part.user);
  const catalogue = { ...part.catalogue, own: ownQuestions(settings) };
  const table = await tableOf(part.text, separatorIn(part.text), null);
  if (isForReading(table.head, part.catalogue)) throw new Refused(say.why.for_reading);
  const here = { part, catalogue, settings, preview: null, ...guessesOf(table, catalogue) };
  show(here);
}

/** @param {Here['table']} table @param {Catalogue} catalogue */
function guessesOf(table, catalogue) {
  const guesses = { pain: guessed('pain', table.columns, catalogue), day: guessed('day', table.columns, catalogue) };
  const meanings = { pain: [...guesses.pain], day: [...guesses.day] };
  return { table, guesses, choices: { kind: kindIn(table.columns, catalogue), meanings, answers: UNANSWERED } };
}

/** Draws a stage whose head gets the focus, and so is read aloud. @param {Here} here */
function show(here) {
  draw(here);
  const news = /** @type {HTMLElement | null} */ (here.part.place.querySelector('#bring-news'));
  news?.focus({ preventScroll: true });
  news?.scrollIntoView({ block: 'nearest' });
}

/** Draws the stage as it is now: the focus stays where it is. @param {Here} here @param {string} [told] */
function draw(here, told = '') {
  const shown = shownOf(here, told);
  const part = here.preview ? previewStage(shown, here.preview, actsOf(here)) : columns(shown, actsOf(here));
  render(stage(part), here.part.place);
}

/** @param {Here} here @param {string} told @returns {Shown} */
function shownOf({ part, catalogue, table, choices, guesses }, told) {
  const meanings = choices.meanings[choices.kind];
  const asks = asksOf(table.facts, meanings, choices.kind);
  return { name: part.name, catalogue, table, choices, guesses, asks, settled: settled(table.facts, meanings, asks, choices.answers), told };
}

/** @param {Here} here @returns {import('./view.js').Acts} */
function actsOf(here) {
  const { choices, preview } = here;
  const change = (/** @type {Partial<Choices>} */ by) => draw({ ...here, choices: { ...choices, ...by } });
  const look = (/** @type {Partial<Preview>} */ by) => preview && draw({ ...here, preview: { ...preview, ...by } });
  return {
    kind: (kind) => change({ kind }),
    meaning(place, meaning) {
      const meanings = choices.meanings[choices.kind].map((one, at) => (at === place ? meaning : one));
      change({ meanings: { ...choices.meanings, [choices.kind]: meanings } });
    },
    answer: (answers) => change({ answers: { ...choices.answers, ...answers } }),
    read: (how) => void readAgain(here, how),
    look: () => void lookAt(here),
    back: () => show({ ...here, preview: null }),
    cancel: () => here.part.cancel(),
    differs: (choice) => look({ choice }),
    leaveOut: (leftOut) => look({ leftOut }),
    go: () => void (preview && go(here, preview)),
  };
}

/** Reads the text in another way; cut otherwise, it has other columns, and what was chosen says nothing of those. @param {Here} here @param {{separator?: string, names?: boolean}} how */
async function readAgain(here, { separator = here.table.separator, names }) {
  try {
    const table = await tableOf(here.part.text, separator, names ?? null);
    draw({ ...here, ...(names === undefined ? guessesOf(table, here.catalogue) : { table }) });
  } catch (error) {
    if (!(error instanceof Refused)) return here.part.refuse(error);
    draw(here, say.needs.separator);
  }
}

/** @param {Here} here */
async function lookAt(here) {
  const { part, catalogue, settings, table, choices } = here;
  const meanings = choices.meanings[choices.kind];
  const lack = lackOf(here);
  if (lack) return ask(here, lack);
  const answers = /** @type {{order: 'day', mark: ',', scale: '10'}} */ (shownOf(here, '').settled);
  const tell = (/** @type {number | null} */ share) => render(stage('', carryWords.bring.reading, share), part.place);
  tell(null);
  try {
    const preview = await previewOf(part.user, table, meanings, { kind: choices.kind, catalogue, ...answers }, settings, tell);
    show({ ...here, preview });
  } catch (error) {
    part.refuse(error);
  }
}

/** Says what is lacking, and leads to the first question without an answer. @param {Here} here @param {string} lack */
function ask(here, lack) {
  draw(here, lack);
  const open = Object.entries(shownOf(here, lack).settled).find(([, answer]) => answer === null);
  const question = open && lack === say.needs.answer ? here.part.place.querySelector(`input[name="${open[0]}"]`) : null;
  /** @type {HTMLElement | null} */ (question)?.focus();
}

/** What the person must still say; empty when it is enough. @param {Here} here */
function lackOf(here) {
  const { choices, catalogue } = here;
  const meanings = choices.meanings[choices.kind].filter((meaning) => meaning !== OUT);
  const double = meanings.find((meaning, at) => meaning !== 'note' && meanings.indexOf(meaning) < at);
  if (!meanings.includes(WHEN)) return say.needs.when;
  if (choices.kind === 'pain' && !meanings.includes(PAIN.pain)) return say.needs.pain;
  if (double) return say.needs.twice(nameOf(catalogue, choices.kind, double));
  if (meanings.length === 1) return say.needs.nothing;
  return Object.values(shownOf(here, '').settled).includes(null) ? say.needs.answer : '';
}

/** @param {Here} here @param {Preview} preview */
async function go(here, preview) {
  const { part, catalogue } = here;
  if (preview.cells > 0 && !preview.leftOut) return draw(here, carryWords.bring.mustLeaveOut);
  render(stage('', carryWords.bring.bringing), part.place);
  try {
    const { wanted, choice } = preview;
    part.done(await bring(part.user, wanted, { choice, name: part.name, checks: catalogue.checks ?? {} }));
  } catch (error) {
    part.refuse(error);
  }
}
