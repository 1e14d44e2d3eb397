/** The ids of records. Two devices make the same id for one day, profile, shown tip, followed tip, week with a tip, begun programme or trial, day of a trial, marks or settings. */

/** A new random id (UUID version 4). */
export function newId() {
  return crypto.randomUUID();
}

/** The id of a person's day. @param {string} user @param {string} date as 2026-11-22 */
export function dayId(user, date) {
  return namedId(user, `day:${date}`);
}

/** The id of a person's profile. @param {string} user */
export function profileId(user) {
  return namedId(user, 'profile');
}

/** The id of one tip shown on one day. @param {string} user @param {string} tip @param {string} date */
export function tipId(user, tip, date) {
  return namedId(user, `tip:${tip}:${date}`);
}

/** The id of the one record with what a person chose about a tip. @param {string} user @param {string} tip */
export function followId(user, tip) {
  return namedId(user, `follow:${tip}`);
}

/** The id of the week with a tip that began on a day. @param {string} user @param {string} tip @param {string} began */
export function weekId(user, tip, began) {
  return namedId(user, `week:${tip}:${began}`);
}

/** The id of a programme that began on a day. @param {string} user @param {string} plan @param {string} began as 2026-11-22 */
export function planId(user, plan, began) {
  return namedId(user, `plan:${plan}:${began}`);
}

/** The id of the trial that began on a day. @param {string} user @param {string} began */
export function trialId(user, began) {
  return namedId(user, `trial:${began}`);
}

/** The id of what was done on a day of a trial. @param {string} user @param {string} trial the day it began @param {string} date */
export function triedId(user, trial, date) {
  return namedId(user, `tried:${trial}:${date}`);
}

/** The id of the one record with all marks of a person. @param {string} user */
export function marksId(user) {
  return namedId(user, 'marks');
}

/** The id of the one record with what a person chose about the diary. @param {string} user */
export function settingsId(user) {
  return namedId(user, 'settings');
}

/**
 * The id that a record has by what it holds; null where ids are random. The server has the same in records.check_id.
 * @param {string} user @param {string} kind @param {Record<string, any>} body one that passed the check
 * @returns {Promise<string> | null}
 */
export function derivedId(user, kind, body) {
  switch (kind) {
    case 'day':
      return dayId(user, body.day);
    case 'profile':
      return profileId(user);
    case 'tip':
      return tipId(user, body.tip, body.day);
    case 'follow':
      return followId(user, body.tip);
    case 'week':
      return weekId(user, body.tip, body.began);
    case 'plan':
      return planId(user, body.plan, body.began);
    case 'trial':
      return trialId(user, body.began);
    case 'tried':
      return triedId(user, body.trial, body.day);
    case 'marks':
      return marksId(user);
    case 'settings':
      return settingsId(user);
    default:
      return null;
  }
}

/**
 * UUID version 5 of RFC 9562: the first 16 bytes of the SHA-1 of namespace and name.
 * @param {string} namespace a UUID
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function namedId(namespace, name) {
  const text = new TextEncoder().encode(name);
  const input = new Uint8Array(16 + text.length);
  input.set(bytesOf(namespace));
  input.set(text, 16);
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-1', input)).slice(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return written(bytes);
}

/** @param {string} uuid */
function bytesOf(uuid) {
  const pairs = uuid.replaceAll('-', '').match(/../g) ?? [];
  return pairs.map((pair) => Number.parseInt(pair, 16));
}

/** @param {Uint8Array} bytes */
function written(bytes) {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
