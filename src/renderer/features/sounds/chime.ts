import { afterSound } from './limit.ts'

export type SoundKind = 'session' | 'message' | 'group' | 'colleague' | 'waiting'

/** One to three soft notes each: frequencies, one after the other. */
const NOTES: Readonly<Record<SoundKind, readonly number[]>> = {
  session: [587, 880],
  message: [784],
  group: [659],
  colleague: [659, 784],
  waiting: [440, 440, 349],
}

let context: AudioContext | null = null
let times: readonly number[] = []

/** Plays a kind as it is built in, or an own file. A browser in which nobody has touched the page yet stays silent. */
export const play = async (kind: SoundKind, file: ArrayBuffer | null): Promise<void> => {
  const allowed = afterSound(times, performance.now())
  if (!allowed) return
  times = allowed
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume().catch(() => undefined)
  const audio = context
  const own = file && (await decode(file))
  if (own) {
    const source = audio.createBufferSource()
    source.buffer = own
    source.connect(audio.destination)
    source.start()
    return
  }
  for (const [index, frequency] of NOTES[kind].entries()) note(audio, frequency, index * 0.14)
}

/** Null: this browser cannot play it. */
export const decode = async (file: ArrayBuffer): Promise<AudioBuffer | null> => {
  context ??= new AudioContext()
  // It takes the bytes away from whoever has them.
  return context.decodeAudioData(file.slice(0)).catch(() => null)
}

const note = (audio: AudioContext, frequency: number, from: number): void => {
  const start = audio.currentTime + from
  const volume = audio.createGain()
  volume.gain.setValueAtTime(0.0001, start)
  volume.gain.exponentialRampToValueAtTime(0.1, start + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3)
  volume.connect(audio.destination)
  const tone = audio.createOscillator()
  tone.frequency.value = frequency
  tone.connect(volume)
  tone.start(start)
  tone.stop(start + 0.35)
}
