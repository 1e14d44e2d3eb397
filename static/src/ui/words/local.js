/** What is said of a diary without an account, and of taking it into one. */
import { lang } from '../words.js';

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
const notes = (/** @type {number} */ n) => count(n, 'notitie', 'notities');
const entries = (/** @type {number} */ n) => count(n, 'entry', 'entries');

export const bothWords = {
  nl: {
    line: 'Alleen op deze telefoon bewaard.',
    begin: 'Begin zonder account',
    failed: 'Deze browser laat ons hier niets bewaren. Gebruik je een privévenster? Open Rugwijs dan in een gewoon venster.',
    here: (/** @type {number} */ n) => `Zo houd je nu je dagboek bij. ${n ? `Er ${n === 1 ? 'staat' : 'staan'} ${notes(n)} op deze telefoon.` : 'Er staat nog niets in.'}`,
    signedIn: 'Je bent ingelogd. Je dagboek hoort bij je account.',
    me: 'Je hebt geen account. Je dagboek staat alleen op deze telefoon.',
    what: 'Wat dat betekent',
    file: 'Een bestand maken of alles verwijderen',
    noServer: 'Dit rekenen we op onze server uit. Zonder account krijgen we niets van je, en kan dat dus niet.',
    trials: 'Wat een proef met je pijn deed, rekenen we op onze server uit. Zonder account krijgen we niets van je, en kan dat dus niet.',
    offer: {
      title: (/** @type {number} */ n) => (n ? `Je hebt ${notes(n)} op deze telefoon` : 'Op deze telefoon staat een dagboek zonder account'),
      text: 'Die zijn van voordat je inlogde. Meenemen naar je account? Zonder jouw ja wordt er niets verstuurd.',
      look: 'Bekijken en meenemen',
      later: 'Niet meenemen',
      apart: 'Ze blijven apart op deze telefoon. Je vindt ze bij Ik, Alles meenemen.',
    },
    take: {
      title: 'Het dagboek op deze telefoon',
      text: 'Dit noteerde je zonder account. Neem het mee naar je account, dan zie je het op al je apparaten. Daarna halen we het dagboek zonder account van deze telefoon.',
      differs: (/** @type {number} */ n) => `${count(n, 'notitie is', 'notities zijn')} op deze telefoon anders dan in je account. Wat wil je houden?`,
      choices: { mine: 'Wat in mijn account staat', file: 'Wat op deze telefoon staat' },
      lost: (/** @type {string} */ names) => `Voor deze eigen vragen is in je account geen plek: ${names}. Het dagboek zonder account blijft daarom ook op deze telefoon. Je ziet het weer als je uitlogt.`,
      same: 'Alles staat al in je account.',
      go: (/** @type {number} */ n) => `Neem ${notes(n)} mee`,
      clear: 'Haal het van deze telefoon',
      working: 'Je notities gaan mee naar je account.',
      done: 'Het is gelukt',
      doneText: 'Je notities staan in je account. Ze worden verstuurd zodra er internet is.',
    },
    remove: {
      title: 'Alles van deze telefoon verwijderen',
      hint: 'Je dagboek staat nergens anders. Wat je verwijdert, is weg.',
      ask: 'Verwijder alles van deze telefoon',
      sure: (/** @type {number} */ n) => `Weet je het zeker? ${notes(n)} ${n === 1 ? 'is' : 'zijn'} dan weg. Wij kunnen ze niet terughalen. Maak eerst een bestand als je ze wilt houden.`,
      file: 'Bewaar eerst als bestand',
      type: 'weggooien',
      typeLabel: 'Typ “weggooien” om alles te verwijderen',
      yes: 'Verwijder alles',
      no: 'Toch niet',
      failed: 'Verwijderen lukte niet helemaal. Laad de pagina opnieuw en probeer het nog eens.',
    },
  },
  en: {
    line: 'Saved on this phone only.',
    begin: 'Start without an account',
    failed: 'This browser does not let us keep anything here. Is this a private window? Then open Rugwijs in an ordinary one.',
    here: (/** @type {number} */ n) => `This is how you keep your diary now. ${n ? `There ${n === 1 ? 'is' : 'are'} ${entries(n)} on this phone.` : 'There is nothing in it yet.'}`,
    signedIn: 'You are signed in. Your diary belongs to your account.',
    me: 'You have no account. Your diary is on this phone only.',
    what: 'What that means',
    file: 'Make a file or remove everything',
    noServer: 'This is worked out on our server. Without an account we get nothing from you, so it cannot be done.',
    trials: 'What a trial did to your pain is worked out on our server. Without an account we get nothing from you, so it cannot be done.',
    offer: {
      title: (/** @type {number} */ n) => (n ? `You have ${entries(n)} on this phone` : 'There is a diary without an account on this phone'),
      text: 'They are from before you signed in. Take them along to your account? Nothing is sent without your yes.',
      look: 'Look and take along',
      later: 'Do not take along',
      apart: 'They stay apart on this phone. You find them at Me, Take everything along.',
    },
    take: {
      title: 'The diary on this phone',
      text: 'You logged this without an account. Take it along to your account, and you see it on all your devices. After that we take the diary without an account off this phone.',
      differs: (/** @type {number} */ n) => `${count(n, 'entry', 'entries')} on this phone ${n === 1 ? 'differs' : 'differ'} from your account. What do you want to keep?`,
      choices: { mine: 'What is in my account', file: 'What is on this phone' },
      lost: (/** @type {string} */ names) => `Your account has no room for these questions of your own: ${names}. So the diary without an account stays on this phone as well. You see it again when you sign out.`,
      same: 'All of it is in your account already.',
      go: (/** @type {number} */ n) => `Take ${entries(n)} along`,
      clear: 'Take it off this phone',
      working: 'Your entries are going to your account.',
      done: 'It worked',
      doneText: 'Your entries are in your account. They are sent as soon as there is internet.',
    },
    remove: {
      title: 'Remove everything from this phone',
      hint: 'Your diary is nowhere else. What you remove is gone.',
      ask: 'Remove everything from this phone',
      sure: (/** @type {number} */ n) => `Are you sure? ${entries(n)} will be gone. We cannot get ${n === 1 ? 'it' : 'them'} back. Make a file first if you want to keep ${n === 1 ? 'it' : 'them'}.`,
      file: 'Save as a file first',
      type: 'throw away',
      typeLabel: 'Type “throw away” to remove everything',
      yes: 'Remove everything',
      no: 'Rather not',
      failed: 'Removing did not fully work. Reload the page and try again.',
    },
  },
};

export const localWords = bothWords[lang];
