/** The clock on the page: it starts, it runs, and when the cramp lets go it asks what helped. */
import { words } from '../../ui/words.js';
import { momentName } from '../../ui/when.js';
import { dropClock, earlier, keepClock, lasted, minutesOf, readClock, timeText } from './clock.js';
import { askWhatHelped, emptyForm } from './let_go.js';
import { onPress, part, showState } from './parts.js';

/** @typedef {import('./clock.js').Clock} Clock */

const A_SECOND = 1000;

export function startClock() {
  const place = /** @type {HTMLElement} */ (document.getElementById('clock'));
  const answer = part(place, '#clock-answer');
  const clock = () => readClock(Date.now());
  onPress(place, {
    start: () => (answer.replaceChildren(), to(place, keepClock({ start: Date.now(), end: null }), '[data-do="end"]')),
    earlier: () => change(place, clock(), earlier),
    end: () => change(place, clock(), (now) => ({ ...now, end: Date.now() }), '.lasted'),
    resume: () => change(place, clock(), (now) => ({ ...now, end: null }), '[data-do="end"]'),
    drop: () => (dropClock(), to(place, null, '[data-do="start"]')),
  });
  askWhatHelped(place, clock, () => (dropClock(), draw(place, null)));
  draw(place, clock());
  place.hidden = false;
  setInterval(() => tick(place, clock()), A_SECOND);
  // Another tab of this page has the same clock.
  addEventListener('storage', () => draw(place, clock()));
}

/** @param {HTMLElement} place @param {Clock | null} clock @param {(clock: Clock) => Clock} next @param {string} [focus] */
function change(place, clock, next, focus) {
  to(place, clock && keepClock(next(clock)), focus);
}

/** @param {HTMLElement} place @param {Clock | null} clock @param {string} [focus] the part that the keyboard goes on from */
function to(place, clock, focus) {
  draw(place, clock);
  if (focus) part(place, focus).focus();
}

/** @param {HTMLElement} place @param {Clock | null} clock */
function draw(place, clock) {
  if (clock === null) emptyForm(place);
  showState(place, clock === null ? 'idle' : clock.end === null ? 'running' : 'ended');
  tick(place, clock);
}

/** @param {HTMLElement} place @param {Clock | null} clock */
function tick(place, clock) {
  const now = Date.now();
  const since = part(place, '.since');
  const said = clock ? words.cramp.since(momentName(clock.start, now, words.locale)) : '';
  // The same words again would be read aloud again.
  if (since.textContent !== said) since.textContent = said;
  if (clock === null) return;
  const length = lasted(clock, now);
  part(place, '.time').textContent = timeText(length);
  part(place, '.lasted').textContent = words.cramp.lasted(words.entry.duration(minutesOf(length)));
}
