type Sound = 'tick' | 'tock' | 'done';

const tones: Readonly<Record<Sound, { readonly hertz: number; readonly seconds: number; readonly loud: number }>> = {
  tick: { hertz: 1_200, seconds: 0.05, loud: 0.2 },
  tock: { hertz: 180, seconds: 0.14, loud: 0.3 },
  done: { hertz: 660, seconds: 0.22, loud: 0.12 },
};
const pulses: Readonly<Record<Sound, number[]>> = { tick: [20], tock: [20, 40, 20], done: [40] };

let context: AudioContext | undefined;

/** A short tone and a pulse; never the only sign. Silent unless somebody switched sounds on; the pulse stays. */
export function playSound(sound: Sound, on: boolean): void {
  navigator.vibrate?.(pulses[sound]);
  if (!on) return;
  context ??= new AudioContext();
  const { hertz, seconds, loud } = tones[sound];
  const [tone, gain] = [context.createOscillator(), context.createGain()];
  tone.frequency.value = hertz;
  gain.gain.setValueAtTime(loud, context.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + seconds);
  tone.connect(gain).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + seconds);
}
