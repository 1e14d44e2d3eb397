import assert from 'node:assert/strict';
import { test } from 'node:test';

import { kindOfDevice } from '../../../static/src/accounts/kind_of_device.js';

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const CHROMIUM = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

/** What it is called, what it says, and how many fingers it feels. @type {[string, string, string | null, number][]} */
const KNOWN = [
  [`Mozilla/5.0 (Linux; Android 15; K) ${CHROMIUM} Mobile Safari/537.36`, 'phone', 'Chrome', 5],
  [`Mozilla/5.0 (Linux; Android 15; K) ${CHROMIUM} Safari/537.36`, 'tablet', 'Chrome', 5],
  [`Mozilla/5.0 (Linux; Android 15; SAMSUNG SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 'phone', 'Samsung Internet', 5],
  [`Mozilla/5.0 (Linux; Android 15; K) ${CHROMIUM} Mobile Safari/537.36 EdgA/140.0.0.0`, 'phone', 'Edge', 5],
  ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'phone', 'Firefox', 5],
  ['Mozilla/5.0 (Android 15; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0', 'tablet', 'Firefox', 5],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${APPLE} Version/18.6 Mobile/15E148 Safari/604.1`, 'phone', 'Safari', 5],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${APPLE} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`, 'phone', 'Chrome', 5],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${APPLE} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`, 'phone', 'Firefox', 5],
  [`Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) ${APPLE} Version/12.1 Mobile/15E148 Safari/604.1`, 'tablet', 'Safari', 5],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.6 Safari/605.1.15`, 'tablet', 'Safari', 5],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Version/18.6 Safari/605.1.15`, 'computer', 'Safari', 0],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROMIUM} Safari/537.36`, 'computer', 'Chrome', 0],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROMIUM} Safari/537.36`, 'computer', 'Chrome', 10],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROMIUM} Safari/537.36 Edg/140.0.0.0`, 'computer', 'Edge', 0],
  [`Mozilla/5.0 (X11; Linux x86_64) ${CHROMIUM} Safari/537.36 OPR/124.0.0.0`, 'computer', 'Opera', 0],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'computer', 'Firefox', 0],
  ['Lynx/2.9.2', 'computer', null, 0],
  ['', 'computer', null, 0],
];

test('each browser is called what people call it', () => {
  for (const [agent, kind, browser, touches] of KNOWN) {
    assert.deepEqual(kindOfDevice(agent, touches), { kind, browser }, agent);
  }
});
