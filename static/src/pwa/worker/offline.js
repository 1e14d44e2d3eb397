/** What a person gets when there is neither a network nor a kept copy. */
import { languageOf } from './policy.js';

/**
 * @param {Record<string, string>} addresses of the offline page, by language
 * @param {{kept(path: string): Promise<Response | undefined>}} app
 */
export function offlinePage(addresses, app) {
  const ours = Object.keys(addresses);
  /** @param {Request} request @returns {Promise<Response | undefined>} */
  return async (request) => {
    if (request.mode !== 'navigate') return undefined;
    const { pathname } = new URL(request.url);
    const lang = languageOf(pathname, ours, navigator.languages);
    if (pathname === '/') return Response.redirect(`/${lang}/`);
    return app.kept(addresses[lang] ?? '');
  };
}
