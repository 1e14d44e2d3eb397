/** The guided mode of an exercise's page. */
import { words } from '../../ui/words.js';
import { startMarks } from '../marks/buttons.js';
import { startBreakTimer } from './break_timer.js';
import { guided } from './guided.js';

export function start() {
  startMarks();
  const timer = document.getElementById('break-timer');
  if (timer) startBreakTimer(timer);
  const place = document.getElementById('guide-place');
  const data = document.getElementById('guide');
  if (!place || !data) return;
  /** @type {import('./timeline.js').Guide} */
  const guide = JSON.parse(data.textContent ?? '');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'big';
  button.textContent = words.exercise.begin;
  button.addEventListener('click', () => guided(guide, document.querySelector('h1')?.textContent ?? ''));
  place.replaceChildren(button);
}
