/** Why a file cannot be brought in, in words. */
export class Refused extends Error {
  /** @param {string} why @param {string} [place] */
  constructor(why, place = '') {
    super(why);
    this.place = place;
  }
}
