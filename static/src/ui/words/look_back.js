/** The words of the page that looks back, apart: no other page needs them. */
import { lang } from '../words.js';
import { en } from './look_back/en.js';
import { nl } from './look_back/nl.js';

export const lookBack = lang === 'en' ? en : nl;
