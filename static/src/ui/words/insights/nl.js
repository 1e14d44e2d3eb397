/** What the page with insights says, in Dutch. `en.js` has the same keys; the type check sees to it. */

const figures = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const one = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** @param {number} n @param {string} single @param {string} many */
const count = (n, single, many) => `${figures.format(n)} ${n === 1 ? single : many}`;
/** @param {number} n */
const days = (n) => count(n, 'dag', 'dagen');
/** @param {number} n */
const cramps = (n) => count(n, 'kramp', 'krampen');

export const nl = {
  days,
  pain: (/** @type {number} */ pain) => one.format(pain),
  invite: 'Je dagboek staat in je account. Log in of maak een account om te zien wat met je pijn samengaat.',
  loading: 'We kijken in je dagboek…',
  asOf: (/** @type {string} */ when) => `Dit is van ${when}.`,
  offline: 'Dit komt zodra er verbinding is.',
  failed: 'Ophalen lukt nu niet. We proberen het later opnieuw.',
  broken: 'Het dagboek op deze telefoon is nu niet te lezen.',
  together: {
    title: 'Wat gaat samen met je pijn?',
    sure: (/** @type {string} */ word) => `Gaat dit echt samen? ${word}`,
    perhaps: 'Misschien',
    waits: (/** @type {number} */ n) => `Nog ${days(n)} noteren`,
    log: 'Noteren',
    then: 'Dan kijken we wat met je pijn samengaat.',
    below: (/** @type {string} */ name) => `${name}, laag en hoog, met je gemiddelde pijn (0 tot 10)`,
    nothing: 'We kunnen het nog niet zeggen',
    noCause: 'Samengaan is nog geen oorzaak. Pijn kan ook veranderen wat je doet.',
    more: 'Hoe weten we dit?',
    chart: 'Je pijn op lage en hoge dagen',
    group: 'Dagen',
    low: (/** @type {string} */ label) => `Laag: ${label}`,
    high: (/** @type {string} */ label) => `Hoog: ${label}`,
    mean: 'Gemiddelde pijn, 0 tot 10',
    number: 'Aantal dagen',
    plain: 'Dit is het gewone gemiddelde. In de zin erboven tellen weekdagen, verloop en je andere gewoontes mee.',
    looked: (/** @type {number} */ n, /** @type {number} */ logged) =>
      `We legden ${count(n, 'gewoonte', 'gewoontes')} naast je pijn. Van ${days(logged)} van het laatste jaar is je pijn bekend.`,
    how: 'Wie naar veel dingen kijkt, vindt altijd wel iets. Daarom noemen we alleen wat bijna geen toeval kan zijn. Een dag die je niet noteerde, telt niet mee.',
    tooFew: 'Waar nog te weinig van is',
  },
  load: {
    title: 'Vandaag naast je gewone dagen',
    hint: 'Elke streep is een dag van de 14 dagen ervoor. De laatste is vandaag. Een stip is een dag die je niet noteerde.',
    today: (/** @type {string} */ name, /** @type {string} */ value) => `${name}: vandaag ${value}.`,
    notYet: (/** @type {string} */ name) => `${name}: vandaag nog niet genoteerd.`,
    few: (/** @type {number} */ n) => `Van de 14 dagen ervoor ${n === 1 ? 'is' : 'zijn'} er ${n} bekend. Dat is te weinig om te vergelijken.`,
    less: (/** @type {number} */ n, /** @type {number} */ known) => `Op ${n} van de ${known} bekende dagen ervoor was het minder.`,
    more: (/** @type {number} */ n, /** @type {number} */ known) => `Op ${n} van de ${known} bekende dagen ervoor was het meer.`,
    same: (/** @type {number} */ known) => `Dat is net zoals op de ${known} bekende dagen ervoor.`,
    day: 'Dag',
    value: 'Hoeveel',
    unknown: 'niet bekend',
    numbers: 'Alle getallen',
    none: 'Je noteerde in 14 dagen niets over zitten, tillen, inspanning of wandelen.',
  },
  before: {
    title: 'De dagen voor je krampen',
    spans: { day: 'In de 24 uur ervoor', days: '24 tot 72 uur ervoor' },
    what: (/** @type {string} */ name) => `Meer dan gewoon: ${name}`,
    said: (/** @type {number} */ jumps, /** @type {number} */ known, /** @type {number} */ share) =>
      `Bij ${jumps} van de ${cramps(known)} was het meer dan gewoon: ${share} van de 100.`,
    usual: (/** @type {number} */ share) => `Op alle dagen samen is dat ${share} van de 100.`,
    unknown: (/** @type {number} */ n) => `Van ${cramps(n)} weten we het niet.`,
    few: (/** @type {number} */ n) => `Te weinig om iets te zeggen: het is bij ${cramps(n)} bekend.`,
    hint: 'Elk rondje is een kramp van de laatste 90 dagen. Vol: meer dan gewoon. Open: niet meer. Een streepje: niet bekend.',
    rule: '“Meer dan gewoon” is meer dan op drie van de vier dagen in de 14 dagen daarvoor. Je dagboek kent dagen, geen uren: we nemen de dag waarin de meeste van die uren vallen.',
    noCause: 'Dit telt alleen. Het zegt niet dat de kramp daarvan kwam.',
    none: 'Je noteerde in 90 dagen geen kramp.',
    window: 'Wanneer',
    jumps: 'Meer dan gewoon',
    known: 'Krampen waarvan het bekend is',
    everyDay: 'Op alle dagen',
    ofDays: (/** @type {number} */ n, /** @type {number} */ all) => `${n} van ${days(all)}`,
  },
  cramps: 'Je krampen van de laatste 90 dagen',
};
