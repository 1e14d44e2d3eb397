/** Cuts a text into sentences for reading aloud. Pure. */

/**
 * Where each sentence of a text begins and ends.
 * @param {string} text @param {string} lang
 * @returns {{start: number, end: number, text: string}[]} without the blanks around them
 */
export function sentencesIn(text, lang) {
  const parts = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text);
  return [...parts].flatMap(({ segment, index }) => {
    const said = segment.trim();
    if (!/[\p{L}\p{N}]/u.test(said)) return [];
    const start = index + segment.indexOf(said);
    return [{ start, end: start + said.length, text: said }];
  });
}
