/** A voice that says what to do. Only one that is on the device: others send the words to a company. */
import { lang } from '../../ui/words.js';

/** The voice of this language, or null where there is none. */
export function voice() {
  const known = globalThis.speechSynthesis?.getVoices() ?? [];
  return known.find((each) => each.localService && each.lang.toLowerCase().startsWith(lang)) ?? null;
}

/** Browsers load their voices late; `changed` is called when there may be more. @param {() => void} changed */
export function whenVoices(changed) {
  globalThis.speechSynthesis?.addEventListener?.('voiceschanged', changed);
}

/** Says it at once, in place of what was being said. @param {string} text */
export function say(text) {
  hush();
  const chosen = voice();
  if (chosen === null) return;
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.voice = chosen;
  spoken.lang = chosen.lang;
  speechSynthesis.speak(spoken);
}

/** Says a count, unless a sentence still goes on. @param {number} count */
export function sayCount(count) {
  if (!globalThis.speechSynthesis?.speaking) say(String(count));
}

/** Stops talking. */
export function hush() {
  globalThis.speechSynthesis?.cancel();
}
