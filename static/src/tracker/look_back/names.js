/** Days and months in words. Every format is made once, when it is first used: that takes long. */

/** @typedef {ReturnType<typeof namesIn>} Names */

/** @param {string} locale */
export function namesIn(locale) {
  const long = format(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const short = format(locale, { day: 'numeric', month: 'short' });
  const month = format(locale, { month: 'long', year: 'numeric' });
  const shortMonth = format(locale, { month: 'short' });
  const weekday = format(locale, { weekday: 'long' });
  const twoLetters = format(locale, { weekday: 'short' });
  return {
    /** As "2 oktober 2026". */
    day: long,
    /** As "2 okt". */
    shortDay: short,
    /** As "oktober 2026". @param {string} name as 2026-10 */
    month: (name) => month(`${name}-01`),
    /** As "okt". @param {string} name as 2026-10 */
    shortMonth: (name) => shortMonth(`${name}-01`),
    /** As "vrijdag". */
    weekday,
    /** As "vr". */
    shortWeekday: twoLetters,
  };
}

/** A day has no clock: noon in Greenwich is that day in UTC, whatever the phone's zone. @param {string} locale @param {Intl.DateTimeFormatOptions} options @returns {(day: string) => string} */
function format(locale, options) {
  /** @type {Intl.DateTimeFormat | null} */
  let made = null;
  return (day) => (made ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })).format(new Date(`${day}T12:00Z`));
}
