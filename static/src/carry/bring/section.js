/** The part of the page that brings a file in: choose, look first, one tap, and back again if wished. */
import { render } from 'lit-html';
import { StoreError } from '../../store/database.js';
import { pending } from '../../store/entries.js';
import { carryWords } from '../../ui/words/carry.js';
import { bring, lastBrought, takeBack } from './bring.js';
import { isTable, previewOf, textIn } from './preview.js';
import { Refused } from './refused.js';
import { stageOf } from './view.js';

/**
 * @typedef {import('../../tracker/catalogue.js').Catalogue} Catalogue
 * @typedef {import('./preview.js').Preview} Preview
 * @typedef {{at: 'start', last: import('./bring.js').Brought | null} | {at: 'working', said: string, share: number | null}
 *   | {at: 'refused', why: string, place: string} | {at: 'preview', preview: Preview, told: string}
 *   | {at: 'done', brought: import('./bring.js').Brought, waiting: number} | {at: 'undone', back: import('./bring.js').TakenBack}} Stage
 * @typedef {{user: string, catalogue: Catalogue, place: HTMLElement, turn: number}} Here turn: only the last file counts
 */

/** @param {{user: string, catalogue: Catalogue, place: HTMLElement}} part */
export async function startBring(part) {
  const here = { ...part, turn: 0 };
  show(here, { at: 'start', last: await lastBrought(here.user).catch(() => null) });
}

/** Draws a stage; what is new in it gets the focus, and so is read aloud. @param {Here} here @param {Stage} stage */
function show(here, stage) {
  render(stageOf(stage, actsOf(here, stage), here.catalogue), here.place);
  if (stage.at === 'start' || stage.at === 'working') return;
  const news = /** @type {HTMLElement | null} */ (here.place.querySelector('#bring-news'));
  news?.focus({ preventScroll: true });
  news?.scrollIntoView({ block: 'nearest' });
}

/** @param {Here} here @param {Stage} stage @returns {import('./view.js').Acts} */
function actsOf(here, stage) {
  /** @param {Partial<Preview>} change */
  const change = (change) => {
    if (stage.at === 'preview') redraw(here, { ...stage, told: '', preview: { ...stage.preview, ...change } });
  };
  return {
    choose: (file) => void look(here, file),
    differs: (choice) => change({ choice }),
    leaveOut: (leftOut) => change({ leftOut }),
    go: () => void (stage.at === 'preview' && go(here, stage.preview)),
    cancel: () => void restart(here),
    undo: () => void undo(here),
  };
}

/** The same stage with another choice: the focus stays where it is. @param {Here} here @param {Stage} stage */
function redraw(here, stage) {
  render(stageOf(stage, actsOf(here, stage), here.catalogue), here.place);
}

/** @param {Here} here @param {File} file */
async function look(here, file) {
  here.turn += 1;
  const { turn } = here;
  const tell = (/** @type {number | null} */ share) => {
    if (turn === here.turn) redraw(here, { at: 'working', said: carryWords.bring.reading, share });
  };
  tell(null);
  try {
    const text = await textIn(file);
    if (isTable(text)) return void (turn === here.turn && (await table(here, file.name, text)));
    const preview = await previewOf(file.name, text, here, tell);
    if (turn === here.turn) show(here, { at: 'preview', preview, told: '' });
  } catch (error) {
    if (turn === here.turn) show(here, refusal(error));
  }
}

/** What another program wrote is asked about first; few people need that, so it is loaded here. @param {Here} here @param {string} name @param {string} text */
async function table(here, name, text) {
  const { startTable } = await import('../table/start.js');
  await startTable({
    ...here,
    name,
    text,
    done: async (brought) => show(here, { at: 'done', brought, waiting: await pending(here.user) }),
    cancel: () => void restart(here),
    refuse: (error) => show(here, refusal(error)),
  });
}

/** @param {Here} here @param {Preview} preview */
async function go(here, preview) {
  const { bring: say } = carryWords;
  if (preview.wrong.length > 0 && !preview.leftOut) {
    return show(here, { at: 'preview', preview, told: say.mustLeaveOut });
  }
  redraw(here, { at: 'working', said: say.bringing, share: null });
  try {
    const { wanted, choice, name } = preview;
    const brought = await bring(here.user, wanted, { choice, name, checks: here.catalogue.checks ?? {} });
    show(here, { at: 'done', brought, waiting: await pending(here.user) });
  } catch (error) {
    show(here, refusal(error));
  }
}

/** @param {Here} here */
async function undo(here) {
  redraw(here, { at: 'working', said: carryWords.bring.undoing, share: null });
  try {
    show(here, { at: 'undone', back: await takeBack(here.user, here.catalogue.checks ?? {}) });
  } catch (error) {
    show(here, refusal(error));
  }
}

/** @param {Here} here */
async function restart(here) {
  here.turn += 1;
  redraw(here, { at: 'start', last: await lastBrought(here.user).catch(() => null) });
  /** @type {HTMLElement | null} */ (here.place.querySelector('#file'))?.focus();
}

/** @param {unknown} error @returns {Stage} */
function refusal(error) {
  const { why } = carryWords.bring;
  if (error instanceof Refused) return { at: 'refused', why: error.message, place: error.place };
  const full = error instanceof StoreError && error.code === 'full';
  return { at: 'refused', why: full ? why.full : why.broken, place: '' };
}
