/** Tells without a look at the screen that it is time: a sound and a buzz, where the device can. */

const TONES = [660, 880]; // hertz, one after the other
const LONG = 0.35; // seconds
const BUZZ = [300, 200, 300];

/** @type {AudioContext | null} */
let sound = null;

/** Call this in a tap: browsers give no sound to a page that nobody touched. */
export function readyBell() {
  if (!globalThis.AudioContext) return;
  sound ??= new AudioContext();
  void sound.resume().catch(() => undefined);
}

export function ring() {
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(BUZZ);
  if (sound?.state === 'running') TONES.forEach((hertz, place) => play(/** @type {AudioContext} */ (sound), hertz, place));
}

/** @param {AudioContext} sound @param {number} hertz @param {number} place */
function play(sound, hertz, place) {
  const start = sound.currentTime + place * LONG;
  const tone = new OscillatorNode(sound, { frequency: hertz });
  const loudness = new GainNode(sound, { gain: 0 });
  // From and to silence: a tone that is cut off clicks.
  loudness.gain.setTargetAtTime(0.3, start, 0.02);
  loudness.gain.setTargetAtTime(0, start + LONG * 0.7, 0.04);
  tone.connect(loudness).connect(sound.destination);
  tone.start(start);
  tone.stop(start + LONG + 0.2);
}
