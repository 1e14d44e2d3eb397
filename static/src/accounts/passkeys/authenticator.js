/**
 * What the browser is asked of a passkey, and what it answers, as text that a form can carry.
 *
 * The browsers' own way from and to JSON is left alone: Safari 16 lacks it, and what is needed of it
 * is less than a choice between two roads.
 */

/**
 * @typedef {{challenge: string, site: string, within: number}} Question
 * @typedef {Question & {person: string, called: string, algorithms: number[], known: string[]}} NewQuestion
 * @typedef {{mediation?: 'conditional', signal?: AbortSignal}} Way
 */

/** Whether passkeys of this site can be used in this page: a passkey belongs to one host. @param {string} site */
export const canUse = (site) => 'PublicKeyCredential' in globalThis && location.hostname === site;

/** Has a passkey made. @param {NewQuestion} question @returns {Promise<Record<string, string>>} */
export async function make(question) {
  const made = await navigator.credentials.create({
    publicKey: {
      rp: { id: question.site, name: 'Rugwijs' },
      user: { id: bytes(question.person), name: question.called, displayName: question.called },
      challenge: bytes(question.challenge),
      pubKeyCredParams: question.algorithms.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: question.known.map((id) => ({ type: 'public-key', id: bytes(id) })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: question.within,
    },
  });
  const { rawId, response } = /** @type {PublicKeyCredential} */ (made);
  const { clientDataJSON, attestationObject } = /** @type {AuthenticatorAttestationResponse} */ (response);
  return { key: text(rawId), client_data: text(clientDataJSON), attestation: text(attestationObject) };
}

/** Has a question signed by a passkey. @param {Question} question @param {Way} [way] @returns {Promise<Record<string, string>>} */
export async function use(question, way = {}) {
  const used = await navigator.credentials.get({
    ...way,
    publicKey: {
      rpId: question.site,
      challenge: bytes(question.challenge),
      userVerification: 'required',
      timeout: question.within,
    },
  });
  const { rawId, response } = /** @type {PublicKeyCredential} */ (used);
  const said = /** @type {AuthenticatorAssertionResponse} */ (response);
  return {
    key: text(rawId),
    client_data: text(said.clientDataJSON),
    authenticator_data: text(said.authenticatorData),
    signature: text(said.signature),
    person: text(said.userHandle ?? new ArrayBuffer(0)),
  };
}

/** From base64url. @param {string} said */
export function bytes(said) {
  const binary = atob(said.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** To base64url. @param {ArrayBuffer} buffer */
export function text(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
