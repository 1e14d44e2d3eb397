/** What the walking programme says; apart, so that no other page loads it. */

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
/** @param {number} n */
const dagen = (n) => count(n, 'dag', 'dagen');
/** @param {number} n */
const days = (n) => count(n, 'day', 'days');

export const walking = {
  nl: {
    begin: {
      title: 'Loop het programma mee',
      ask: 'Hoeveel minuten wandelen gaat nu prettig?',
      hint: 'Weet je het niet? Neem 10.',
      start: 'Begin vandaag',
      again: 'Begin vandaag opnieuw',
      open: 'Kies eerst hoeveel minuten nu gaat.',
      first: 'Lees eerst voor wie dit niet is.',
      here: 'Je bent niet ingelogd. Wat je hier noteert, staat dan alleen op deze telefoon.',
      begun: (/** @type {number} */ n) => `Je bent begonnen met ${n} minuten per dag.`,
    },
    minutes: (/** @type {number} */ n) => count(n, 'minuut', 'minuten'),
    week: (/** @type {number} */ n) => `Week ${n} van 12`,
    span: (/** @type {string} */ first, /** @type {string} */ last) => `${first} tot en met ${last}`,
    target: 'minuten per dag, op 5 dagen van deze week',
    reached: (/** @type {number} */ n, /** @type {number} */ minutes) => `Tot nu toe liep je op ${dagen(n)} ${minutes} minuten of meer.`,
    why: {
      start: 'Hiermee begin je.',
      more: (/** @type {number} */ n, /** @type {number} */ minutes, /** @type {number} */ now) =>
        `Vorige week liep je op ${dagen(n)} ${minutes} minuten of meer. Daarom nu ${now}.`,
      top: 'Je bent bij 30 minuten. Meer hoeft niet.',
      same: (/** @type {number} */ n, /** @type {number} */ minutes) =>
        `Vorige week liep je op ${dagen(n)} ${minutes} minuten of meer. Voor een stap erbij zijn het er 4.`,
      unknown: 'Van vorige week is niets genoteerd. We weten niet hoe het ging, en houden het gelijk. Was je er even uit? Kies dan gerust een stap terug.',
      less: (/** @type {number} */ worst, /** @type {number} */ before, /** @type {number} */ now) =>
        `Je ergste kramp van vorige week was ${worst} van 10, en de week ervoor ${before}. Daarom nu ${now} minuten.`,
      chosen: (/** @type {number} */ n) => `Dit koos je zelf. Het advies was ${n} minuten.`,
    },
    today: {
      title: 'Vandaag',
      none: 'Van vandaag zijn nog geen minuten genoteerd.',
      some: (/** @type {number} */ n) => `Vandaag staan er ${n} minuten genoteerd.`,
      log: (/** @type {number} */ n) => `Noteer ${n} minuten`,
      add: (/** @type {number} */ n, /** @type {number} */ sum) => `Tel er ${n} bij: samen ${sum}`,
      other: 'Een ander aantal minuten erbij',
      wrong: (/** @type {number} */ most) => `Typ een heel getal van 1 tot ${most}.`,
      keep: 'Noteer',
      saved: (/** @type {number} */ n) => `Bewaard: vandaag ${n} minuten.`,
      mend: 'Verbeter vandaag, of vul een andere dag in',
      ill: 'Je noteerde koorts of griep. Word eerst beter; het programma wacht op je.',
    },
    days: {
      title: 'De dagen van deze week',
      none: 'niet genoteerd',
      next: 'komt nog',
      table: 'Deze dagen als tabel',
      day: 'Dag',
      minutes: 'Minuten',
      line: (/** @type {number} */ n) => `De streep staat bij ${n} minuten. Een gestippeld vak is een dag waarvan niets is genoteerd.`,
    },
    next: {
      title: 'Volgende week',
      as: (/** @type {number} */ n) => `Zoals het nu staat: ${n} minuten per dag.`,
      more: (/** @type {number} */ n, /** @type {number} */ minutes) => `Je liep op ${dagen(n)} ${minutes} minuten of meer.`,
      same: (/** @type {number} */ n, /** @type {number} */ minutes, /** @type {number} */ longer) =>
        `Loop je nog op ${dagen(n)} ${minutes} minuten of meer? Dan worden het er ${longer}.`,
      closed: 'Voor een stap erbij zijn 4 dagen nodig. Een week gelijk blijven is prima.',
      top: 'Meer dan 30 hoeft niet.',
      less: (/** @type {number} */ worst, /** @type {number} */ before) =>
        `Je ergste kramp van deze week was ${worst} van 10, en vorige week ${before}. Dan is een stap terug beter.`,
      chosen: (/** @type {number} */ n) => `Dit koos je zelf. Het advies is nu ${n} minuten.`,
      last: 'Dit is de laatste week van het programma.',
    },
    choose: {
      now: 'Liever een ander aantal deze week?',
      next: 'Liever een ander aantal volgende week?',
      advice: (/** @type {number} */ n) => `volg het advies (${n})`,
      saved: (/** @type {number} */ week, /** @type {number} */ n) => `Week ${week}: ${n} minuten per dag.`,
    },
    all: { title: 'Alle weken', week: 'Week', target: 'Minuten per dag', reached: 'Gelopen', of: (/** @type {number} */ n, /** @type {number} */ known) => `${n} van ${known} genoteerde dagen`, none: 'niet genoteerd' },
    over: {
      title: 'De 12 weken zijn om',
      text: (/** @type {number} */ n, /** @type {number} */ sum) => `In de laatste week noteerde je ${dagen(n)}, samen ${sum} minuten.`,
      unknown: 'Van de laatste week is niets genoteerd.',
      on: 'Blijf lopen zoals het jou past: na een jaar wordt het effect van oefenen minder.',
    },
    stop: 'Stop met het programma',
    stopped: 'Je bent gestopt. Wat je noteerde, blijft staan.',
    ended: (/** @type {string} */ day) => `Je stopte op ${day}.`,
    resume: 'Ga toch verder',
    resumed: 'Je gaat weer verder.',
    barred: {
      mecfs: 'Je gaf aan dat je ME/CVS hebt. Een programma met steeds meer past dan niet. Blijf binnen je eigen grens.',
      recent_spine_surgery: 'Je gaf aan dat je pas aan je rug bent geopereerd. Volg het plan dat je meekreeg.',
      change: 'Klopt dat niet meer? Pas het aan.',
    },
  },
  en: {
    begin: {
      title: 'Walk along with the programme',
      ask: 'How many minutes of walking are comfortable now?',
      hint: 'Not sure? Take 10.',
      start: 'Start today',
      again: 'Start again today',
      open: 'First choose how many minutes you can do now.',
      first: 'First read who should not do this.',
      here: 'You are not signed in. What you log here then stays on this phone only.',
      begun: (/** @type {number} */ n) => `You started with ${n} minutes a day.`,
    },
    minutes: (/** @type {number} */ n) => count(n, 'minute', 'minutes'),
    week: (/** @type {number} */ n) => `Week ${n} of 12`,
    span: (/** @type {string} */ first, /** @type {string} */ last) => `${first} to ${last}`,
    target: 'minutes a day, on 5 days of this week',
    reached: (/** @type {number} */ n, /** @type {number} */ minutes) => `So far you walked ${minutes} minutes or more on ${days(n)}.`,
    why: {
      start: 'This is what you start with.',
      more: (/** @type {number} */ n, /** @type {number} */ minutes, /** @type {number} */ now) =>
        `Last week you walked ${minutes} minutes or more on ${days(n)}. So now ${now}.`,
      top: 'You are at 30 minutes. There is no need for more.',
      same: (/** @type {number} */ n, /** @type {number} */ minutes) =>
        `Last week you walked ${minutes} minutes or more on ${days(n)}. A step up takes 4.`,
      unknown: 'Nothing was logged last week. We do not know how it went, and keep it the same. Were you away for a while? Then feel free to take a step back.',
      less: (/** @type {number} */ worst, /** @type {number} */ before, /** @type {number} */ now) =>
        `Your worst cramp of last week was ${worst} out of 10, and ${before} the week before. So ${now} minutes now.`,
      chosen: (/** @type {number} */ n) => `You chose this yourself. The advice was ${n} minutes.`,
    },
    today: {
      title: 'Today',
      none: 'No minutes are logged for today yet.',
      some: (/** @type {number} */ n) => `${n} minutes are logged for today.`,
      log: (/** @type {number} */ n) => `Log ${n} minutes`,
      add: (/** @type {number} */ n, /** @type {number} */ sum) => `Add ${n}: ${sum} in all`,
      other: 'Add another number of minutes',
      wrong: (/** @type {number} */ most) => `Type a whole number from 1 to ${most}.`,
      keep: 'Log',
      saved: (/** @type {number} */ n) => `Saved: ${n} minutes today.`,
      mend: 'Correct today, or fill in another day',
      ill: 'You logged fever or flu. Get better first; the programme waits for you.',
    },
    days: {
      title: 'The days of this week',
      none: 'not logged',
      next: 'still to come',
      table: 'These days as a table',
      day: 'Day',
      minutes: 'Minutes',
      line: (/** @type {number} */ n) => `The line is at ${n} minutes. A dotted box is a day without a note.`,
    },
    next: {
      title: 'Next week',
      as: (/** @type {number} */ n) => `As it stands now: ${n} minutes a day.`,
      more: (/** @type {number} */ n, /** @type {number} */ minutes) => `You walked ${minutes} minutes or more on ${days(n)}.`,
      same: (/** @type {number} */ n, /** @type {number} */ minutes, /** @type {number} */ longer) =>
        `If you walk ${minutes} minutes or more on ${count(n, 'more day', 'more days')}, it becomes ${longer}.`,
      closed: 'A step up takes 4 days. A week of the same is fine.',
      top: 'There is no need for more than 30.',
      less: (/** @type {number} */ worst, /** @type {number} */ before) =>
        `Your worst cramp of this week was ${worst} out of 10, and ${before} last week. Then a step back is better.`,
      chosen: (/** @type {number} */ n) => `You chose this yourself. The advice is now ${n} minutes.`,
      last: 'This is the last week of the programme.',
    },
    choose: {
      now: 'Rather another number this week?',
      next: 'Rather another number next week?',
      advice: (/** @type {number} */ n) => `follow the advice (${n})`,
      saved: (/** @type {number} */ week, /** @type {number} */ n) => `Week ${week}: ${n} minutes a day.`,
    },
    all: { title: 'All weeks', week: 'Week', target: 'Minutes a day', reached: 'Walked', of: (/** @type {number} */ n, /** @type {number} */ known) => `${n} of ${known} logged days`, none: 'not logged' },
    over: {
      title: 'The 12 weeks are over',
      text: (/** @type {number} */ n, /** @type {number} */ sum) => `In the last week you logged ${days(n)}, ${sum} minutes in all.`,
      unknown: 'Nothing was logged in the last week.',
      on: 'Keep walking in a way that suits you: after a year the effect of exercise gets smaller.',
    },
    stop: 'Stop the programme',
    stopped: 'You stopped. What you logged stays.',
    ended: (/** @type {string} */ day) => `You stopped on ${day}.`,
    resume: 'Go on after all',
    resumed: 'You are going on.',
    barred: {
      mecfs: 'You told us that you have ME/CFS. A programme with more and more to do is not for you then. Stay within your own limit.',
      recent_spine_surgery: 'You told us that your back was operated on not long ago. Follow the plan that you were given.',
      change: 'Is that no longer so? Change it.',
    },
  },
};
