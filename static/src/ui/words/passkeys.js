/** What is said of passkeys; apart, so that no other page loads it. */
import { lang } from '../words.js';

export const bothWords = {
  nl: {
    stopped: 'Er is niets gebeurd. Je kunt het nog eens proberen.',
    known: 'Dit apparaat heeft al een passkey voor je account.',
    noConnection: 'Dat lukte nu niet. Heb je verbinding? Probeer het dan nog eens.',
    failed: 'Deze browser kan dit nu niet. Gebruik je wachtwoord.',
  },
  en: {
    stopped: 'Nothing happened. You can try again.',
    known: 'This device already has a passkey for your account.',
    noConnection: 'That did not work now. Do you have a connection? Then try again.',
    failed: 'This browser cannot do this now. Use your password.',
  },
};

export const passkeyWords = lang === 'en' ? bothWords.en : bothWords.nl;
