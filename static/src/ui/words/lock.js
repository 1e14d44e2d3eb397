/** What is said of the lock on a diary. */
import { lang } from '../words.js';

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

export const bothWords = {
  nl: {
    line: 'Je dagboek zit op slot.',
    title: 'Je dagboek zit op slot',
    code: 'Je code',
    open: 'Openen',
    busy: 'Even geduld…',
    wrong: (/** @type {number} */ left) => `Deze code klopt niet. Je kunt het nog ${left} keer proberen.`,
    wait: (/** @type {string} */ time) => `Deze code klopt niet. Probeer het weer na ${time}.`,
    closed: 'Er is te vaak een verkeerde code gebruikt. Log eerst opnieuw in. Daarna kun je je code weer proberen.',
    forgot: 'Code vergeten?',
    lost: (/** @type {number} */ n) =>
      `Zonder code kan niemand openen wat hier staat, wij ook niet. Maak deze telefoon leeg en log opnieuw in. Dan halen we je dagboek weer op. ${
        n ? `${count(n, 'wijziging is', 'wijzigingen zijn')} nooit verstuurd. Die ben je dan kwijt.` : 'Alles is verstuurd, dus je raakt niets kwijt.'
      }`,
    lostLocal: (/** @type {number} */ n) => `Zonder code kan niemand openen wat hier staat, wij ook niet. Je kunt deze telefoon alleen leegmaken. ${count(n, 'notitie is', 'notities zijn')} dan weg.`,
    empty: 'Maak deze telefoon leeg',
    set: {
      off: 'Je dagboek op deze telefoon heeft nog geen slot.',
      on: 'Je dagboek op deze telefoon heeft een slot.',
      first: 'Een slot kan als er een dagboek op deze telefoon staat. Log in, of begin zonder account.',
      code: 'Kies een code',
      hint: 'Minstens 6 tekens: cijfers, letters of een paar woorden.',
      again: 'Typ de code nog een keer',
      minutes: 'Op slot als je weg bent',
      after: (/** @type {number} */ n) => `na ${count(n, 'minuut', 'minuten')}`,
      put: 'Zet het slot erop',
      now: 'Nu op slot',
      take: 'Haal het slot eraf',
      short: 'De code heeft minstens 6 tekens.',
      long: 'De code heeft hoogstens 64 tekens.',
      other: 'De twee codes zijn niet hetzelfde.',
      working: 'Je dagboek wordt versleuteld. Dat duurt even.',
      done: 'Het slot zit erop.',
      gone: 'Het slot is eraf.',
      failed: 'Dat lukte niet. Laad de pagina opnieuw en probeer het nog eens.',
      local: 'Je hebt geen account. Vergeet je de code, dan ben je je dagboek kwijt. Maak eerst een bestand.',
    },
  },
  en: {
    line: 'Your diary is locked.',
    title: 'Your diary is locked',
    code: 'Your code',
    open: 'Open',
    busy: 'One moment…',
    wrong: (/** @type {number} */ left) => `This code is not right. You can try ${count(left, 'more time', 'more times')}.`,
    wait: (/** @type {string} */ time) => `This code is not right. Try again after ${time}.`,
    closed: 'A wrong code was used too often. Sign in again first. After that you can try your code again.',
    forgot: 'Forgot the code?',
    lost: (/** @type {number} */ n) =>
      `Without the code nobody can open what is here, nor can we. Empty this phone and sign in again. Then we fetch your diary anew. ${
        n ? `${count(n, 'change was', 'changes were')} never sent. You lose ${n === 1 ? 'it' : 'them'} then.` : 'Everything has been sent, so you lose nothing.'
      }`,
    lostLocal: (/** @type {number} */ n) => `Without the code nobody can open what is here, nor can we. You can only empty this phone. ${count(n, 'entry', 'entries')} will be gone.`,
    empty: 'Empty this phone',
    set: {
      off: 'Your diary on this phone has no lock yet.',
      on: 'Your diary on this phone has a lock.',
      first: 'A lock needs a diary on this phone. Sign in, or start without an account.',
      code: 'Choose a code',
      hint: 'At least 6 characters: digits, letters or a few words.',
      again: 'Type the code once more',
      minutes: 'Lock when you are away',
      after: (/** @type {number} */ n) => `after ${count(n, 'minute', 'minutes')}`,
      put: 'Put the lock on',
      now: 'Lock now',
      take: 'Take the lock off',
      short: 'The code has at least 6 characters.',
      long: 'The code has at most 64 characters.',
      other: 'The two codes are not the same.',
      working: 'Your diary is being encrypted. That takes a moment.',
      done: 'The lock is on.',
      gone: 'The lock is off.',
      failed: 'That did not work. Reload the page and try again.',
      local: 'You have no account. If you forget the code, your diary is lost. Make a file first.',
    },
  },
};

export const lockWords = bothWords[lang];
