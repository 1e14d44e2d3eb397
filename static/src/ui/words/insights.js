/** The words of the page with insights, apart: no other page needs them. */
import { lang } from '../words.js';
import { en } from './insights/en.js';
import { nl } from './insights/nl.js';

export const insightWords = lang === 'en' ? en : nl;
