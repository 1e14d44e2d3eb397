/** Both languages of the page, for tests. */
import { speechIn } from '../../../../static/src/tracker/look_back/speech.js';
import { en as commonEn } from '../../../../static/src/ui/words/en.js';
import { en } from '../../../../static/src/ui/words/look_back/en.js';
import { nl } from '../../../../static/src/ui/words/look_back/nl.js';
import { nl as commonNl } from '../../../../static/src/ui/words/nl.js';

export const dutch = speechIn(nl, commonNl);
export const english = speechIn(en, commonEn);
