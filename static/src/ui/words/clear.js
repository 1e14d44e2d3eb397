/** What is said on the page to delete a period; apart, so that no other page loads it. */
import { lang } from '../words.js';

/** @param {string} one @param {string} more @returns {(many: number) => string} */
const many = (one, more) => (count) => `${count} ${count === 1 ? one : more}`;
const notes = many('notitie', 'notities');
const entries = many('entry', 'entries');

export const bothWords = {
  nl: {
    part: 'Nog niet je hele dagboek staat op dit apparaat. Wacht tot alles er is, en wis dan pas.',
    choose: 'Kies een eerste en een laatste dag.',
    turned: 'De eerste dag ligt na de laatste. Draai ze om.',
    nothing: 'Op deze dagen staat niets in je dagboek.',
    goes: (/** @type {number} */ n) => `Je gaat ${notes(n)} wissen`,
    kinds: {
      pain: many('kramp', 'krampen'),
      day: many('dag', 'dagen'),
      exercise: many('oefening', 'oefeningen'),
      rest: (/** @type {number} */ n) => `${n} over tips, proeven en het wandelprogramma`,
    },
    means: 'Ze gaan weg van al je apparaten en van onze server, zodra dit apparaat verbinding heeft.',
    yes: (/** @type {number} */ n) => `Ja, wis ${notes(n)}`,
    no: 'Nee, niets wissen',
    stays: 'Er is niets gewist.',
    working: 'Bezig met wissen. Laat deze pagina open.',
    gone: (/** @type {number} */ n) => `${notes(n)} gewist`,
    back: 'Was het niet de bedoeling? Zolang je op deze pagina blijft, kun je alles terugzetten.',
    undo: 'Zet alles terug',
    returning: 'Bezig met terugzetten. Laat deze pagina open.',
    returned: (/** @type {number} */ n) => `Alles staat er weer: ${notes(n)}.`,
  },
  en: {
    part: 'Not all of your diary is on this device yet. Wait until all of it is here, and delete then.',
    choose: 'Choose a first and a last day.',
    turned: 'The first day is after the last. Turn them round.',
    nothing: 'There is nothing in your diary on these days.',
    goes: (/** @type {number} */ n) => `You are about to delete ${entries(n)}`,
    kinds: {
      pain: many('cramp', 'cramps'),
      day: many('day', 'days'),
      exercise: many('exercise', 'exercises'),
      rest: (/** @type {number} */ n) => `${n} about tips, trials and the walking programme`,
    },
    means: 'They go from all your devices and from our server, as soon as this device has a connection.',
    yes: (/** @type {number} */ n) => `Yes, delete ${entries(n)}`,
    no: 'No, delete nothing',
    stays: 'Nothing was deleted.',
    working: 'Deleting. Keep this page open.',
    gone: (/** @type {number} */ n) => `${entries(n)} deleted`,
    back: 'Was that not what you wanted? You can put all of it back as long as you stay on this page.',
    undo: 'Put all of it back',
    returning: 'Putting back. Keep this page open.',
    returned: (/** @type {number} */ n) => `All of it is back: ${entries(n)}.`,
  },
};

export const clearWords = lang === 'en' ? bothWords.en : bothWords.nl;
