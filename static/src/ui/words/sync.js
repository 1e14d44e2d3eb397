/** What the line about saving and sending says, and what is said when an account is gone. */
import { lang } from '../words.js';

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/** @param {number} n */
const notes = (n) => count(n, 'notitie', 'notities');
/** @param {number} n */
const entries = (n) => count(n, 'entry', 'entries');

export const syncWords = {
  nl: {
    line: {
      saved: (/** @type {number} */ n) => `Bewaard op deze telefoon. ${notes(n)} ${n === 1 ? 'wacht' : 'wachten'} op verzenden.`,
      sending: (/** @type {number} */ n) => `${notes(n)} ${n === 1 ? 'wordt' : 'worden'} verstuurd…`,
      allSent: 'Alles is verstuurd.',
      offline: 'Geen verbinding. Je kunt gewoon doorgaan.',
      offlineWaiting: (/** @type {number} */ n) =>
        `Geen verbinding. ${notes(n)} ${n === 1 ? 'staat' : 'staan'} veilig op deze telefoon.`,
      signedOut: 'Log opnieuw in om je notities te versturen.',
      signedOutWaiting: (/** @type {number} */ n) =>
        `Log opnieuw in. ${notes(n)} ${n === 1 ? 'wacht' : 'wachten'} op deze telefoon.`,
      refused: (/** @type {number} */ n) => `${notes(n)} ${n === 1 ? 'is' : 'zijn'} niet aangenomen. Kijk in je dagboek.`,
      problem: 'Versturen lukt nu niet. Wat je bewaarde, staat op deze telefoon.',
      stuck: 'Versturen staat stil. Wat je bewaarde, staat op deze telefoon.',
      old: 'Er wacht al meer dan een dag iets op verzenden. Kijk of je verbinding hebt.',
      full: 'Je telefoon is vol. Wat je nu invult, past er niet meer bij.',
      update: 'Er is een nieuwe versie. Laad de pagina opnieuw.',
      consent: 'We vragen je toestemming. Tot dan blijft alles op deze telefoon.',
      gone: 'Je account is gewist.',
      blocked: 'Sluit de andere tabbladen van Rugwijs en laad opnieuw.',
      closed: 'Er is een nieuwe versie. Laad de pagina opnieuw.',
      reload: 'Opnieuw laden',
      saveFirst: 'Je hebt hier iets ingevuld. Bewaar het eerst.',
      toConsent: 'Lees en kies',
      goneNext: 'Wat nu?',
      explain: 'Uitleg',
    },
    gone: {
      title: 'Je account is gewist',
      text: (/** @type {number} */ notesLeft, /** @type {number} */ rest) =>
        `${notesLeft ? `${notes(notesLeft)} ${notesLeft === 1 ? 'staat' : 'staan'} alleen nog op deze telefoon. ` : ''}${
          rest ? 'Niet alles wat je aantikte, is verstuurd. ' : ''
        }Wil je het houden? Bewaar het dan als bestand. Daarna halen we alles van jou van deze telefoon.`,
      discard: 'Maak deze telefoon leeg',
      later: 'Nog niet',
      done: 'Alles van jou is nu ook van deze telefoon gehaald.',
      failed: 'Leegmaken lukte niet helemaal. Laad de pagina opnieuw en probeer het nog eens.',
      home: 'Naar het begin',
    },
  },
  en: {
    line: {
      saved: (/** @type {number} */ n) => `Saved on this phone. ${entries(n)} ${n === 1 ? 'waits' : 'wait'} to be sent.`,
      sending: (/** @type {number} */ n) => `Sending ${entries(n)}…`,
      allSent: 'Everything has been sent.',
      offline: 'No connection. You can just go on.',
      offlineWaiting: (/** @type {number} */ n) => `No connection. ${entries(n)} ${n === 1 ? 'is' : 'are'} safe on this phone.`,
      signedOut: 'Sign in again to send your entries.',
      signedOutWaiting: (/** @type {number} */ n) => `Sign in again. ${entries(n)} ${n === 1 ? 'waits' : 'wait'} on this phone.`,
      refused: (/** @type {number} */ n) => `${entries(n)} ${n === 1 ? 'was' : 'were'} not accepted. Look in your diary.`,
      problem: 'Sending does not work now. What you saved is on this phone.',
      stuck: 'Sending has stopped. What you saved is on this phone.',
      old: 'Something has waited to be sent for over a day. Check your connection.',
      full: 'Your phone is full. What you fill in now does not fit any more.',
      update: 'There is a new version. Reload the page.',
      consent: 'We ask for your consent. Until then everything stays on this phone.',
      gone: 'Your account was erased.',
      blocked: 'Close the other Rugwijs tabs and reload.',
      closed: 'There is a new version. Reload the page.',
      reload: 'Reload',
      saveFirst: 'You filled something in here. Save it first.',
      toConsent: 'Read and choose',
      goneNext: 'What now?',
      explain: 'About this',
    },
    gone: {
      title: 'Your account was erased',
      text: (/** @type {number} */ notesLeft, /** @type {number} */ rest) =>
        `${notesLeft ? `${entries(notesLeft)} ${notesLeft === 1 ? 'is' : 'are'} only on this phone now. ` : ''}${
          rest ? 'Not everything you tapped has been sent. ' : ''
        }Do you want to keep it? Then save it as a file. After that we take everything of yours off this phone.`,
      discard: 'Empty this phone',
      later: 'Not yet',
      done: 'Everything of yours is off this phone as well now.',
      failed: 'Emptying did not fully work. Reload the page and try again.',
      home: 'To the start',
    },
  },
};

export const said = lang === 'en' ? syncWords.en : syncWords.nl;
