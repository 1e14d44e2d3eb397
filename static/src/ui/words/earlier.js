/** What is said of earlier versions; apart, so that no page but the diary loads it. */

export const earlierWords = {
  nl: {
    title: 'Eerdere versie',
    now: (/** @type {string} */ value) => `Nu: ${value}.`,
    replaced: (/** @type {string} */ when) => `Vervangen: ${when}.`,
    putBack: 'Zet terug',
    told: 'Op twee apparaten veranderd',
    toldHint: 'Je veranderde hetzelfde antwoord op twee apparaten. Wat het laatst binnenkwam, telt. Het andere staat nog bij “Eerdere versie”:',
    seen: 'Begrepen',
  },
  en: {
    title: 'Earlier version',
    now: (/** @type {string} */ value) => `Now: ${value}.`,
    replaced: (/** @type {string} */ when) => `Replaced: ${when}.`,
    putBack: 'Put back',
    told: 'Changed on two devices',
    toldHint: 'You changed the same answer on two devices. What arrived last counts. The other is still there, under “Earlier version”:',
    seen: 'I understand',
  },
};
