/** The install page: a real button where the browser lets a page ask. */

/** @typedef {Event & {prompt(): Promise<{outcome: string}>}} InstallEvent Chromium only */

/** @param {{installed: string}} words */
export function offerInstall(words) {
  const place = document.getElementById('install');
  const button = place?.querySelector('button');
  const text = place?.querySelector('p');
  if (!place || !button || !text) return;
  if (matchMedia('(display-mode: standalone)').matches) tellInstalled();

  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    place.hidden = false;
    button.onclick = async () => {
      // An event can ask once; a new one comes when the person says no.
      place.hidden = true;
      await /** @type {InstallEvent} */ (event).prompt();
    };
  });
  addEventListener('appinstalled', tellInstalled);

  function tellInstalled() {
    if (!place || !button || !text) return;
    text.textContent = words.installed;
    button.hidden = true;
    place.hidden = false;
  }
}
