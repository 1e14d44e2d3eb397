/** The words and limits that the page carries, in its language. */

/**
 * @typedef {{input: 'number' | 'scale' | 'choice' | 'yesno', low: number, high: number, step: number,
 *   label: string, unit?: string, choices?: string[]}} Factor
 * @typedef {Record<string, string>} Choices
 * @typedef {{zones?: Choices, feel?: Choices, relief?: Choices, profile?: Choices, exercises?: Choices, note?: number,
 *   factors?: Record<string, Factor>, drinks?: [string, number][], messages: Choices}} Catalogue
 */

/** @returns {Catalogue} */
export function readCatalogue() {
  return JSON.parse(document.getElementById('catalogue')?.textContent || '{"messages": {}}');
}
