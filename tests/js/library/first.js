/**
 * Searches as a phone does: reads {data: {nl, en}, questions: [{lang, question}]} and writes the ids
 * that were found for each, best first.
 */
import { text } from 'node:stream/consumers';
import { makeSearch } from '../../../static/src/library/search.js';

const { data, questions } = JSON.parse(await text(process.stdin));
const searches = { nl: await makeSearch(data.nl), en: await makeSearch(data.en) };
const answers = questions.map((/** @type {{lang: 'nl' | 'en', question: string}} */ { lang, question }) => {
  const { asked, hits } = searches[lang].search(question);
  return { asked, ids: hits.map(({ entry }) => entry.id) };
});
process.stdout.write(JSON.stringify(answers));
