/** One go at an exercise: asks, counts, and keeps what was done. */
import { render } from 'lit-html';
import { current } from '../../store/account.js';
import { save } from '../../store/entries.js';
import { newId } from '../../store/identity.js';
import { troubleOf } from '../../ui/deed.js';
import { toast } from '../../ui/toast.js';
import { words } from '../../ui/words.js';
import { screenLock } from './awake.js';
import { bodyOf } from './record.js';
import { begin, elapsed, pause, resume } from './run.js';
import { phaseText, positionOf } from './said.js';
import { at, lengthOf, timelineOf } from './timeline.js';
import { afterPage, beforePage, runningPage } from './view.js';
import { hush, say, sayCount, voice, whenVoices } from './voice.js';

/**
 * @typedef {import('./timeline.js').Guide} Guide
 * @typedef {import('./view.js').State} State
 * @typedef {{dialog: HTMLDialogElement, state: State, timeline: import('./timeline.js').Phase[],
 *   lock: ReturnType<typeof screenLock>, run: import('./run.js').Run | null, ticking: number,
 *   told: string, sets: number, page: 'before' | 'running' | 'after', placed: boolean}} Go
 *   told: the phase and count last spoken; placed: whether the cue has its line on the page
 */

const OFTEN = 200; // milliseconds between two looks at the clock

/** Opens the guided mode. @param {Guide} guide @param {string} title */
export function guided(guide, title) {
  const dialog = document.createElement('dialog');
  dialog.className = 'guide';
  dialog.setAttribute('aria-labelledby', 'guide-title');
  /** @type {State} */
  const state = {
    guide, title, voice: voice() !== null, speaks: false, before: null, after: null, mayKeep: current() !== null, problem: '',
  };
  /** @type {Go} */
  const go = {
    dialog, state, timeline: timelineOf(guide), lock: screenLock(), run: null, ticking: 0, told: '', sets: 0, page: 'before', placed: false,
  };
  whenVoices(() => {
    state.voice = voice() !== null;
    if (go.page === 'before') draw(go);
  });
  listen(go);
  document.body.append(dialog);
  dialog.showModal();
  turnTo(go, 'before');
}

/** @param {Go} go */
function listen(go) {
  const back = () => {
    if (document.visibilityState !== 'visible' || go.page !== 'running') return;
    if (go.run?.since !== null) void go.lock.hold();
    draw(go);
  };
  document.addEventListener('visibilitychange', back);
  // Escape in the middle pauses: a slip of the finger must not throw away what was done.
  go.dialog.addEventListener('cancel', (event) => {
    if (go.page === 'running') hold(go);
    if (go.page === 'running' || (go.sets > 0 && go.state.mayKeep)) event.preventDefault();
  });
  go.dialog.addEventListener('close', () => {
    rest(go);
    document.removeEventListener('visibilitychange', back);
    go.dialog.remove();
  });
}

/** @param {Go} go @param {Go['page']} page */
function turnTo(go, page) {
  go.page = page;
  draw(go);
  go.dialog.scrollTo(0, 0);
  /** @type {HTMLElement | null} */ (go.dialog.querySelector('#guide-title'))?.focus();
}

/** @param {Go} go */
function draw(go) {
  const acts = actsOf(go);
  if (go.page === 'before') render(beforePage(go.state, acts), go.dialog);
  else if (go.page === 'after') render(afterPage(go.state, go.sets, acts), go.dialog);
  else drawRunning(go, acts);
}

/** @param {Go} go @param {import('./view.js').Acts} acts */
function drawRunning(go, acts) {
  const { run, timeline, state } = go;
  if (run === null) return;
  const gone = elapsed(run, Date.now());
  const { index, left, done, sets } = at(timeline, gone);
  go.sets = sets;
  if (done) return finish(go);
  const phase = timeline[index];
  // What is read aloud must change in a line that is there: the first words come a moment later.
  const cue = go.placed ? phaseText(phase, state.guide, words.exercise) : '';
  const now = { phase, cue, left, part: gone / lengthOf(timeline), paused: run.since === null };
  go.placed = true;
  render(runningPage(state, now, acts, drawingOf(positionOf(phase, state.guide))), go.dialog);
  if (state.speaks && run.since !== null) speak(go, index, left);
}

/** @param {Go} go @param {number} index @param {number} left */
function speak(go, index, left) {
  const [before] = go.told.split(' ');
  const told = `${index} ${left}`;
  if (told === go.told) return;
  go.told = told;
  if (before !== String(index)) say(phaseText(go.timeline[index], go.state.guide, words.exercise));
  else if (left <= 10) sayCount(left);
}

/** @param {Go} go @returns {import('./view.js').Acts} */
function actsOf(go) {
  const { state, dialog } = go;
  return {
    start() {
      go.run = begin(Date.now());
      work(go);
      turnTo(go, 'running');
    },
    speak: (on) => void (state.speaks = on),
    before: (pain) => void (state.before = pain),
    after(pain) {
      state.after = pain;
      draw(go);
    },
    pause: () => hold(go),
    resume() {
      if (go.run) go.run = resume(go.run, Date.now());
      go.told = '';
      work(go);
      draw(go);
    },
    stop: () => finish(go),
    keep: () => void keep(go),
    leave: () => dialog.close(),
  };
}

/** @param {Go} go */
function work(go) {
  void go.lock.hold();
  clearInterval(go.ticking);
  go.ticking = window.setInterval(() => draw(go), OFTEN);
}

/** @param {Go} go */
function rest(go) {
  clearInterval(go.ticking);
  go.lock.release();
  hush();
}

/** @param {Go} go */
function hold(go) {
  if (go.run) go.run = pause(go.run, Date.now());
  rest(go);
  draw(go);
}

/** @param {Go} go */
function finish(go) {
  rest(go);
  if (go.state.speaks) say(go.sets > 0 ? words.exercise.done : words.exercise.stopped);
  turnTo(go, 'after');
}

/** @param {Go} go */
async function keep(go) {
  const { state, run, sets } = go;
  const user = current();
  if (user === null || run === null) return;
  const { before, after, guide } = state;
  try {
    const body = bodyOf({ exercise: guide.id, began: run.began, sets, before, after });
    await save(user, { kind: 'exercise', id: newId(), body });
    // Behind an open dialog nothing is read aloud.
    go.dialog.addEventListener('close', tellSaved);
    go.dialog.close();
  } catch (error) {
    state.problem = troubleOf(error);
    draw(go);
  }
}

function tellSaved() {
  toast(words.saved, { label: words.account.diary, work: () => location.assign(words.paths.diary) });
}

/** The drawings of the page itself serve here too. @type {Map<number, Node | null>} */
const drawings = new Map();

/** @param {number} position */
function drawingOf(position) {
  if (!drawings.has(position)) {
    const found = document.querySelectorAll('.positions .figure')[position - 1];
    drawings.set(position, found?.cloneNode(true) ?? null);
  }
  return drawings.get(position) ?? null;
}
