/**
 * Shows what a hard word of an article means, at the word: by touch, mouse and keyboard.
 * Where this script or the browser cannot, the word leads to the glossary.
 */
import { spotFor } from './spot.js';

const REST = 150; // ms that a mouse rests on a word before it opens
const GRACE = 300; // ms to come from the word to its meaning

/**
 * A word with its meaning. `pinned`: opened by a tap or a key, so that no mouse closes it.
 * @typedef {{link: HTMLElement, box: HTMLElement, pinned: boolean,
 *   timer: ReturnType<typeof setTimeout> | undefined}} Term
 */

export function explainTerms() {
  if (!('popover' in HTMLElement.prototype)) return;
  const terms = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('a.term'))].map(prepared);
  for (const term of terms) {
    followMouse(term);
    followFocus(term);
    followPresses(term);
  }
  addEventListener('resize', () => terms.filter(isOpen).forEach(place));
}

/** The meaning moves behind its word, so that Tab and a screen reader go on there. @param {HTMLElement} link @returns {Term} */
function prepared(link) {
  const meaning = document.getElementById(link.getAttribute('aria-describedby') ?? '');
  const box = /** @type {HTMLElement} */ (meaning?.parentElement);
  const term = { link, box, pinned: false, timer: undefined };
  box.popover = 'auto';
  box.tabIndex = -1; // a tap on its text would give the focus to <main>
  link.after(box);
  link.role = 'button';
  link.ariaExpanded = 'false';
  box.addEventListener('beforetoggle', (event) => {
    const opens = /** @type {ToggleEvent} */ (event).newState === 'open';
    link.ariaExpanded = String(opens);
    if (!opens) term.pinned = false;
  });
  return term;
}

/** @param {Term} term */
function followMouse(term) {
  for (const part of [term.link, term.box]) {
    part.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType !== 'touch') later(term, REST, () => show(term));
    });
    part.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType !== 'touch') later(term, GRACE, () => term.pinned || hasFocus(term) || hide(term));
    });
  }
}

/** @param {Term} term */
function followFocus(term) {
  const { link, box } = term;
  link.addEventListener('focus', ({ relatedTarget }) => {
    // Escape in the box gives the focus back: that must not open it again.
    const returns = relatedTarget instanceof Node && box.contains(relatedTarget);
    if (!returns && link.matches(':focus-visible')) show(term);
  });
  for (const part of [link, box]) {
    part.addEventListener('focusout', ({ relatedTarget }) => {
      // Without a new place for the focus, somebody went to another window.
      if (relatedTarget) later(term, 0, () => hasFocus(term) || hide(term));
    });
  }
}

/** @param {Term} term */
function followPresses(term) {
  const { link } = term;
  let wasPinned = false;
  // A press outside the box closes it before the click comes.
  link.addEventListener('pointerdown', () => (wasPinned = term.pinned));
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (wasPinned || term.pinned) hide(term);
    else pin(term);
    wasPinned = false;
  });
  link.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) link.click();
  });
}

/** @param {Term} term */
function pin(term) {
  show(term);
  term.pinned = true;
}

/** @param {Term} term */
function show(term) {
  clearTimeout(term.timer);
  if (isOpen(term)) return;
  term.box.showPopover();
  place(term);
}

/** @param {Term} term */
function hide(term) {
  clearTimeout(term.timer);
  if (isOpen(term)) term.box.hidePopover();
}

/** In the page and not in the window: it stays with its word when the page is scrolled. @param {Term} term */
function place({ link, box }) {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const { left, top } = spotFor([...link.getClientRects()], box.getBoundingClientRect(), { width, height });
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${top + scrollY}px`;
}

/** @param {Term} term */
function isOpen({ box }) {
  return box.matches(':popover-open');
}

/** @param {Term} term */
function hasFocus({ link, box }) {
  return link === document.activeElement || box.contains(document.activeElement);
}

/** @param {Term} term @param {number} wait @param {() => unknown} act */
function later(term, wait, act) {
  clearTimeout(term.timer);
  term.timer = setTimeout(act, wait);
}
