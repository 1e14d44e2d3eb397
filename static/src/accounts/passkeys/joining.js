/** The page on which an account begins with a passkey, and which then shows its recovery codes. */
import { start as startCodes } from '../codes.js';
import { start as startPasskeys } from './start.js';

export function start() {
  startPasskeys();
  startCodes();
}
