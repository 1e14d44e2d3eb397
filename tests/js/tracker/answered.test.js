import assert from 'node:assert/strict';
import { test } from 'node:test';

import { answered } from '../../../static/src/tracker/answered.js';
import { ownQuestions } from '../../../static/src/tracker/settings.js';
import { en } from '../../../static/src/ui/words/en.js';
import { cases, catalogue } from './catalogue.js';

const shared = await cases('answered');
const known = { ...(await catalogue()), own: ownQuestions(shared.own) };

test('one answer is said as the server says it', () => {
  for (const { kind, field, value, line } of shared.cases) {
    assert.deepEqual(answered(kind, field, value ?? undefined, known, en), line, `${kind}.${field} ${value}`);
  }
});
