/**
 * The one door to Tone.js. The parts are taken from their own files: Tone's index makes an audio context and a worker
 * as soon as it is imported, and weighs 16 kB (Brotli) more.
 */
export { Panner } from 'tone/build/esm/component/channel/Panner.js';
export { BiquadFilter } from 'tone/build/esm/component/filter/BiquadFilter.js';
export { Convolver } from 'tone/build/esm/component/filter/Convolver.js';
export { Context } from 'tone/build/esm/core/context/Context.js';
export { Gain } from 'tone/build/esm/core/context/Gain.js';
export { setContext } from 'tone/build/esm/core/context/GlobalContext.js';
export { OfflineContext } from 'tone/build/esm/core/context/OfflineContext.js';
export { ToneAudioBuffer } from 'tone/build/esm/core/context/ToneAudioBuffer.js';
export { WaveShaper } from 'tone/build/esm/signal/WaveShaper.js';
export { ToneBufferSource } from 'tone/build/esm/source/buffer/ToneBufferSource.js';
export { ToneOscillatorNode } from 'tone/build/esm/source/oscillator/ToneOscillatorNode.js';
