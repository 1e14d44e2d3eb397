/** What is said on the page to erase an account; apart, so that no other page loads it. */
import { lang } from '../words.js';

export const bothWords = {
  nl: {
    waiting: (/** @type {number} */ notes, /** @type {number} */ rest) =>
      notes
        ? `${notes === 1 ? '1 notitie staat' : `${notes} notities staan`} alleen nog op dit apparaat. Die ${notes === 1 ? 'gaat' : 'gaan'} ook weg.`
        : `${rest === 1 ? '1 wijziging staat' : `${rest} wijzigingen staan`} alleen nog op dit apparaat. Die ${rest === 1 ? 'gaat' : 'gaan'} ook weg.`,
    saved: (/** @type {string} */ file) => `Bewaard als ${file}.`,
  },
  en: {
    waiting: (/** @type {number} */ notes, /** @type {number} */ rest) =>
      notes
        ? `${notes === 1 ? '1 entry is' : `${notes} entries are`} only on this device. ${notes === 1 ? 'It goes' : 'They go'} too.`
        : `${rest === 1 ? '1 change is' : `${rest} changes are`} only on this device. ${rest === 1 ? 'It goes' : 'They go'} too.`,
    saved: (/** @type {string} */ file) => `Saved as ${file}.`,
  },
};

export const erasingWords = lang === 'en' ? bothWords.en : bothWords.nl;
