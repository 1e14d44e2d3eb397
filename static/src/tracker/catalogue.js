/** The words and limits that the page carries, in its language. */

/**
 * @typedef {{input: 'number' | 'scale' | 'choice' | 'yesno', low: number, high: number, step: number,
 *   label: string, unit?: string, choices?: string[], usual?: boolean, also?: string[], unless?: string[], never?: string[], quick?: number[]}} Factor
 *   also, unless, never: answers of the profile with which it is asked, not asked by itself, or never; quick: answers of one tap
 * @typedef {Record<string, string>} Choices
 * @typedef {{sort: string, must?: boolean, low?: number, high?: number, whole?: boolean, of?: any[], limit?: number,
 *   pattern?: string}} Rule what one field may be, as webapp/tracker/values.py says it
 * @typedef {{zones?: Choices, legs?: Choices, strengths?: string[], feel?: Choices, relief?: Choices, profile?: Choices, exercises?: Choices, note?: number,
 *   checks?: Record<string, Record<string, Rule>>,
 *   factors?: Record<string, Factor>, drinks?: [string, number][],
 *   headings?: Record<string, Choices>, titles?: Choices, limits?: {records: number, ops: number},
 *   elsewhere?: {strengths: string[], feel: Choices, relief: Choices, factors: Record<string, string[]>},
 *   own?: import('./settings.js').OwnQuestion[], messages: Choices}} Catalogue
 *   elsewhere: choices in the language that the page is not in; own: the person's, not of the page
 */

/** @returns {Catalogue} */
export function readCatalogue() {
  return JSON.parse(document.getElementById('catalogue')?.textContent || '{"messages": {}}');
}
