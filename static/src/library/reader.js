/** What a reader can do with an article: hard words, larger text, listen, share, print. */
import { nextTextSize } from '../ui/text_size.js';
import { lang, words } from '../ui/words.js';
import { readerOf, whenItCanSpeak } from './aloud.js';
import { startMarks } from './marks/buttons.js';
import { explainTerms } from './terms.js';

export function start() {
  explainTerms();
  const tools = document.getElementById('reader');
  if (!tools) return;
  tools.append(button(words.reader.size, nextTextSize));
  if ('share' in navigator) tools.append(button(words.reader.share, share));
  tools.append(button(words.reader.print, () => print()));
  whenItCanSpeak(lang, () => addVoice(tools));
  startMarks();
}

/** @param {HTMLElement} tools */
function addVoice(tools) {
  const voice = button(words.reader.listen, () => (speaking ? reader.stop() : reader.start()));
  let speaking = false;
  const reader = readerOf(lang, (now) => {
    speaking = now;
    voice.textContent = now ? words.reader.silence : words.reader.listen;
    voice.setAttribute('aria-pressed', String(now));
  });
  addEventListener('pagehide', () => reader.stop());
  tools.append(voice);
}

async function share() {
  const { title } = document;
  // Whoever closes the sheet has chosen not to share: no fault.
  await navigator.share({ title, url: location.origin + location.pathname }).catch(() => null);
}

/** @param {string} text @param {() => unknown} act */
function button(text, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet small';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}
