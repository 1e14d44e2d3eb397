/** The engine, and random histories, on devices that seal what they keep: nothing may be different. */

export {};

process.env.SEALED = '1';
await import('./engine.test.js');
await import('./heal.test.js');
await import('./histories.test.js');
