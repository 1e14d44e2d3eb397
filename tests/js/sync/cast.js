/** Who and what the histories are about, as in tests/histories/world.py. */
import { dayId } from '../../../static/src/store/identity.js';

export const USERS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
export const CRAMPS = 4;
const DAYS = ['2026-03-09', '2026-03-10'];
export const RECORDS = CRAMPS + DAYS.length;

/** The id, the kind and the least body of a person's entry. @param {string} user @param {number} record */
export async function entryOf(user, record) {
  if (record < CRAMPS) {
    const id = `cccccccc-0000-4000-8000-${String(record).padStart(12, '0')}`;
    return { id, kind: 'pain', blank: { began: '2026-03-09T08:30+01:00', worst: 5 } };
  }
  const day = DAYS[record - CRAMPS];
  return { id: await dayId(user, day), kind: 'day', blank: { day } };
}
