/** A soft two-note sound; of several tabs with the same conversation only one makes it (R-18-027). */
export interface Sound {
  /** Browsers allow sound only after the person has done something on the page. */
  allow(): void
  play(): void
}

export const createSound = (widgetId: string): Sound => {
  let context: AudioContext | null = null
  // Held until this tab closes; the next tab in the queue then gets it. Without locks every tab sounds.
  let isMine = !('locks' in navigator)
  if ('locks' in navigator) {
    navigator.locks
      .request(`foyer-sound:${widgetId}`, async () => {
        isMine = true
        await new Promise(() => undefined)
      })
      .catch(() => {
        isMine = true
      })
  }
  const note = (frequency: number, from: number): void => {
    if (!context) return
    const start = context.currentTime + from
    const volume = context.createGain()
    volume.gain.setValueAtTime(0.0001, start)
    volume.gain.exponentialRampToValueAtTime(0.08, start + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.25)
    volume.connect(context.destination)
    const tone = context.createOscillator()
    tone.frequency.value = frequency
    tone.connect(volume)
    tone.start(start)
    tone.stop(start + 0.3)
  }
  return {
    allow: () => {
      context ??= new AudioContext()
      if (context.state === 'suspended') void context.resume()
    },
    play: () => {
      if (!isMine || context?.state !== 'running') return
      note(660, 0)
      note(880, 0.12)
    },
  }
}
