/** The offline page: the articles that are on this phone, by their titles. */

/** @param {() => Promise<{kept: string[]}>} count */
export function showOffline(count) {
  const place = document.getElementById('kept-articles');
  const data = document.getElementById('all-articles');
  if (!place || !data) return;
  /** @type {{url: string, title: string}[]} */
  const articles = JSON.parse(data.textContent ?? '[]');
  void count().then(({ kept }) => {
    const here = articles.filter(({ url }) => kept.includes(url));
    place.querySelector('ul')?.replaceChildren(...here.map(entry));
    place.hidden = here.length === 0;
  });
}

/** @param {{url: string, title: string}} article */
function entry({ url, title }) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  item.append(link);
  return item;
}
