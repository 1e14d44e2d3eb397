/** What the page with insights says, in English. */

const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const one = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** @param {number} n @param {string} single @param {string} many */
const count = (n, single, many) => `${figures.format(n)} ${n === 1 ? single : many}`;
/** @param {number} n */
const days = (n) => count(n, 'day', 'days');
/** @param {number} n */
const cramps = (n) => count(n, 'cramp', 'cramps');

/** @type {typeof import('./nl.js').nl} */
export const en = {
  days,
  pain: (pain) => one.format(pain),
  invite: 'Your diary is in your account. Sign in or make one to see what goes together with your pain.',
  loading: 'We are looking in your diary…',
  asOf: (when) => `This is from ${when}.`,
  offline: 'This comes as soon as there is a connection.',
  failed: 'We cannot get this right now. We will try again later.',
  broken: 'The diary on this phone cannot be read right now.',
  together: {
    title: 'What goes together with your pain?',
    sure: (word) => `Do they really go together? ${word}`,
    perhaps: 'Perhaps',
    waits: (n) => `${days(n)} of logging to go`,
    log: 'Log',
    then: 'Then we see what goes together with your pain.',
    below: (name) => `${name}, low and high, with your mean pain (0 to 10)`,
    nothing: 'We cannot tell yet',
    noCause: 'Going together is not yet a cause. Pain can change what you do as well.',
    more: 'How do we know this?',
    chart: 'Your pain on low and high days',
    group: 'Days',
    low: (label) => `Low: ${label}`,
    high: (label) => `High: ${label}`,
    mean: 'Mean pain, 0 to 10',
    number: 'Number of days',
    plain: 'This is the plain mean. The sentence above it also counts weekdays, the course of time and your other habits.',
    looked: (n, logged) => `We laid ${count(n, 'habit', 'habits')} beside your pain. Of the last year your pain is known on ${days(logged)}.`,
    how: 'Who looks at many things always finds something. So we name only what can hardly be chance. A day that you did not log does not count.',
    tooFew: 'What there is too little of',
  },
  load: {
    title: 'Today beside your usual days',
    hint: 'Each bar is a day of the 14 days before. The last one is today. A dot is a day that you did not log.',
    today: (name, value) => `${name}: ${value} today.`,
    notYet: (name) => `${name}: not logged yet today.`,
    few: (n) => `Of the 14 days before, ${n} ${n === 1 ? 'is' : 'are'} known. That is too few to compare.`,
    less: (n, known) => `On ${n} of the ${known} known days before it was less.`,
    more: (n, known) => `On ${n} of the ${known} known days before it was more.`,
    same: (known) => `That is just as on the ${known} known days before.`,
    day: 'Day',
    value: 'How much',
    unknown: 'not known',
    numbers: 'All figures',
    none: 'In 14 days you logged nothing about sitting, lifting, effort or walking.',
  },
  before: {
    title: 'The days before your cramps',
    spans: { day: 'In the 24 hours before', days: '24 to 72 hours before' },
    what: (name) => `More than usual: ${name}`,
    said: (jumps, known, share) => `Before ${jumps} of ${cramps(known)} it was more than usual: ${share} out of 100.`,
    usual: (share) => `Over all days together that is ${share} out of 100.`,
    unknown: (n) => `Of ${cramps(n)} we do not know.`,
    few: (n) => `Too few to say anything: it is known for ${cramps(n)}.`,
    hint: 'Each circle is a cramp of the last 90 days. Filled: more than usual. Open: not more. A dash: not known.',
    rule: '“More than usual” is more than on three in four of the 14 days before. Your diary knows days, not hours: we take the day that most of those hours fall on.',
    noCause: 'This only counts. It does not say that the cramp came from it.',
    none: 'You logged no cramp in 90 days.',
    window: 'When',
    jumps: 'More than usual',
    known: 'Cramps for which it is known',
    everyDay: 'On all days',
    ofDays: (n, all) => `${n} of ${days(all)}`,
  },
  cramps: 'Your cramps of the last 90 days',
};
