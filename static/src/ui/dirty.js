/** Whether this page has input that is not saved yet. */
let dirty = false;

export const isDirty = () => dirty;

/** @param {boolean} now */
export function setDirty(now) {
  dirty = now;
}
