/** The list of all articles: search in it, and see what is kept and read. */
import { start as showMarks } from './marks/in_lists.js';
import { start as startSearch } from './searching.js';

export function start() {
  startSearch();
  showMarks();
}
