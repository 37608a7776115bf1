import { afterSound } from './arrived.ts'

let context: AudioContext | null = null
let times: readonly number[] = []

/** Two soft rising notes. A browser in which nobody has touched the page yet stays silent. */
export const chime = (): void => {
  const allowed = afterSound(times, performance.now())
  if (!allowed) return
  times = allowed
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume().catch(() => undefined)
  note(context, 587, 0)
  note(context, 880, 0.14)
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
