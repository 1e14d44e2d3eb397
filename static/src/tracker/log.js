/** The page where somebody chooses what to log. */
import { current } from '../store/account.js';
import { checkSession } from '../sync/session.js';
import { troubleOf } from '../ui/deed.js';
import { invitation } from '../ui/invite.js';
import { words } from '../ui/words.js';
import { saveNoCramp } from './no_cramp.js';
import { startQuick } from './quick.js';
import { tellNextPage } from './told.js';
import { startWeek } from './week.js';

export function start() {
  startQuick();
  document.querySelector('form#no-cramp')?.addEventListener('submit', (event) => {
    event.preventDefault();
    void noCramp();
  });
  return startWeek(/** @type {HTMLElement} */ (document.getElementById('week')));
}

async function noCramp() {
  const place = document.getElementById('answer');
  if (current() === null) {
    place?.replaceChildren(invitation(words.invite.diary));
    if (!(await checkSession()).signedIn) return;
  }
  try {
    const id = await saveNoCramp(current() ?? '', new Date());
    tellNextPage({ kind: 'day', id });
    location.assign(words.paths.diary);
  } catch (error) {
    const line = document.createElement('p');
    line.className = 'notice alarm';
    line.textContent = troubleOf(error);
    place?.replaceChildren(line);
  }
}
