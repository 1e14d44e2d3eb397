/** The programme and the minutes of somebody who is not signed in: on this device only. */

/**
 * @typedef {import('./rule.js').Plan} Plan
 * @typedef {{plans: Record<string, Plan>, walked: Record<string, number>}} Kept plans: by the day they began
 */

const NAME = 'rugwijs-kept-walking';

/** @returns {Kept} */
export function keptWalking() {
  try {
    const { plans, walked } = JSON.parse(localStorage.getItem(NAME) ?? '{}') ?? {};
    return { plans: { ...plans }, walked: { ...walked } };
  } catch {
    return { plans: {}, walked: {} };
  }
}

/** Throws when the device has no room. @param {(kept: Kept) => Kept} make from what another tab may have kept meanwhile */
export function keepWalking(make) {
  const kept = make(keptWalking());
  if (Object.keys(kept.plans).length + Object.keys(kept.walked).length === 0) localStorage.removeItem(NAME);
  else localStorage.setItem(NAME, JSON.stringify(kept));
}

/** Takes these off; what came later stays. @param {Kept} gone */
export function letGoOfWalking(gone) {
  keepWalking(({ plans, walked }) => ({ plans: without(plans, gone.plans), walked: without(walked, gone.walked) }));
}

/** @template T @param {Record<string, T>} all @param {Record<string, unknown>} gone @returns {Record<string, T>} */
function without(all, gone) {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(gone, name)));
}
