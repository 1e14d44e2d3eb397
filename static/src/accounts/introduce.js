/** Tells the server once what this device is called. */
import { introduce } from '../sync/devices.js';
import { deviceWords } from '../ui/words/devices.js';
import { kindOfDevice } from './kind_of_device.js';

/** @param {string} user */
export function introduceHere(user) {
  return introduce(user, guessed());
}

/** The name of this device, as far as it can be guessed. */
export function guessed() {
  const { kind, browser } = kindOfDevice(navigator.userAgent, navigator.maxTouchPoints);
  return deviceWords.guess(deviceWords.kinds[kind], browser);
}
