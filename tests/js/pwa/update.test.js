// A new version asks first, never takes a form away, and reloads a page once.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { watchUpdates } from '../../../static/src/pwa/update.js';

class Worker extends EventTarget {
  state = 'installing';
  /** @type {unknown[]} */
  heard = [];

  /** @param {unknown} message */
  postMessage(message) {
    this.heard.push(message);
  }

  /** @param {string} state */
  become(state) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

/** A page that is open while versions come. */
class OpenPage {
  container = Object.assign(new EventTarget(), { controller: /** @type {unknown} */ ({}) });
  registration = Object.assign(new EventTarget(), {
    waiting: /** @type {Worker | null} */ (null),
    installing: /** @type {Worker | null} */ (null),
  });
  dirty = false;
  reloads = 0;
  waits = 0;
  /** @type {(() => void)[]} */
  accept = [];
  /** @type {(() => void)[]} */
  later = [];

  watch() {
    watchUpdates(this.registration, {
      container: this.container,
      isDirty: () => this.dirty,
      offer: { show: (accept) => this.accept.push(accept), wait: () => this.waits++ },
      reload: () => this.reloads++,
      again: (work) => this.later.push(work),
    });
    return this;
  }

  newVersion() {
    const worker = new Worker();
    this.registration.installing = worker;
    this.registration.dispatchEvent(new Event('updatefound'));
    worker.become('installed');
    return worker;
  }

  takeOver() {
    this.container.dispatchEvent(new Event('controllerchange'));
  }

  aSecondLater() {
    for (const work of this.later.splice(0)) work();
  }
}

const SKIP = [{ type: 'skip-waiting' }];

test('a new version is offered and does nothing by itself', () => {
  const page = new OpenPage().watch();
  const worker = page.newVersion();

  assert.equal(page.accept.length, 1);
  assert.deepEqual(worker.heard, []);
  assert.equal(page.reloads, 0);
});

test('a tap lets it take over, and then the page is reloaded', () => {
  const page = new OpenPage().watch();
  const worker = page.newVersion();
  page.accept[0]?.();
  assert.deepEqual(worker.heard, SKIP);
  page.takeOver();

  assert.equal(page.reloads, 1);
});

test('a version that waited since an earlier visit is offered too', () => {
  const page = new OpenPage();
  page.registration.waiting = new Worker();

  assert.equal(page.watch().accept.length, 1);
});

test('the first version ever is not offered and does not reload', () => {
  const page = new OpenPage();
  page.container.controller = null;
  page.watch().newVersion();
  assert.equal(page.accept.length, 0);
  page.container.controller = {};
  page.takeOver();

  assert.equal(page.reloads, 0);
});

test('the second version in the same page does reload', () => {
  const page = new OpenPage();
  page.container.controller = null;
  page.watch();
  page.takeOver();
  page.takeOver();

  assert.equal(page.reloads, 1);
});

test('with something unsaved a tap waits, and says so', () => {
  const page = new OpenPage().watch();
  const worker = page.newVersion();
  page.dirty = true;
  page.accept[0]?.();
  page.aSecondLater();
  assert.deepEqual(worker.heard, []);
  assert.equal(page.waits, 2);

  page.dirty = false;
  page.aSecondLater();
  assert.deepEqual(worker.heard, SKIP);
});

test('a tap in another tab does not reload a form with something unsaved', () => {
  const page = new OpenPage().watch();
  page.dirty = true;
  page.takeOver();
  page.aSecondLater();
  assert.equal(page.reloads, 0);
  assert.ok(page.waits > 0);

  page.dirty = false;
  page.aSecondLater();
  assert.equal(page.reloads, 1);
});

test('a page is reloaded once, whatever happens', () => {
  const page = new OpenPage().watch();
  page.takeOver();
  page.takeOver();

  assert.equal(page.reloads, 1);
});
