import { Device } from '../device.js';
import { Twin } from './twin.js';

export const USER = '11111111-1111-4111-8111-111111111111';

/** A server and some devices of one person. @param {number} count @param {{page?: number, room?: number}} [limits] */
export function together(count, limits) {
  const server = new Twin(USER, limits);
  return { server, devices: Array.from({ length: count }, () => new Device(USER, server.fetch)) };
}
