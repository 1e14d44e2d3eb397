/** Gives the browser a file to keep. */

/** @param {string} name @param {BlobPart | BlobPart[]} content @param {string} [type] */
export function download(name, content, type = 'application/json') {
  const address = URL.createObjectURL(new Blob([content].flat(), { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Safari reads the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
