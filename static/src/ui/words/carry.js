/** The words of the page that takes a diary along, apart: no other page needs them. */
import { lang } from '../words.js';
import { en } from './carry/en.js';
import { nl } from './carry/nl.js';

export const carryWords = lang === 'en' ? en : nl;
