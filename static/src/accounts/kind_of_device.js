/** What a device is called until somebody says otherwise: a guess, made on the device from what its browser says. */

/** @typedef {{kind: 'phone' | 'tablet' | 'computer', browser: string | null}} Guess */

/** In this order: most of them also name those that stand below. @type {[string, RegExp][]} */
const BROWSERS = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Opera', /\bOP(R|T|X)\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];

/**
 * @param {string} agent what the browser calls itself
 * @param {number} touches how many fingers the screen feels: an iPad calls itself a Mac
 * @returns {Guess}
 */
export function kindOfDevice(agent, touches) {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(agent))?.[0] ?? null;
  if (/iPad|Tablet/.test(agent) || (/Macintosh/.test(agent) && touches > 1)) return { kind: 'tablet', browser };
  if (/iPhone|\bMobile\b/.test(agent)) return { kind: 'phone', browser };
  return { kind: /Android/.test(agent) ? 'tablet' : 'computer', browser };
}
