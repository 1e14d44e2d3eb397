/** The words of this page's language. */
import { en } from './words/en.js';
import { nl } from './words/nl.js';

export const lang = globalThis.document?.documentElement.lang === 'en' ? 'en' : 'nl';
export const words = lang === 'en' ? en : nl;
