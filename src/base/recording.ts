/**
 * Recording of sound, by a microphone that somebody else has opened.
 *
 * Pages of different makes record in the same way. What a browser does is described here only as far as it is used,
 * because shared code is also compiled where there is no page.
 */

/** What of the browser's recorder is used. */
export interface SoundRecorder {
  readonly state: string
  start(): void
  stop(): void
  addEventListener(type: 'dataavailable', listener: (event: { readonly data: Blob }) => void): void
  addEventListener(type: 'stop', listener: () => void): void
}

/** How a page records: the kind of sound, and how a file of it is called. */
export interface SoundKind {
  readonly type: string
  readonly ending: string
}

export interface Recorded extends Pick<SoundKind, 'ending'> {
  readonly file: Blob
  /** From 1 up to the limit. */
  readonly seconds: number
}

export interface Recording {
  stop(): void
  /** Nothing comes of it. */
  cancel(): void
}

export interface RecordingOptions {
  readonly kind: SoundKind
  readonly recorder: SoundRecorder
  /** Gives the microphone back: the sign of the browser that it listens goes out. */
  readonly release: () => void
  /** It stops by itself then. */
  readonly limitS: number
  /** A clock that only goes forward, in ms. */
  readonly now: () => number
  readonly onSecond: (seconds: number) => void
  /** Null: it was shorter than a second. */
  readonly onDone: (recorded: Recorded | null) => void
}

/** What browsers can record, the best first. */
export const SOUND_KINDS: readonly SoundKind[] = [
  { type: 'audio/webm;codecs=opus', ending: 'webm' },
  { type: 'audio/mp4', ending: 'm4a' },
  { type: 'audio/ogg;codecs=opus', ending: 'ogg' },
]

/** Good for speech: a minute takes less than 200 KB. */
export const SPEECH_BITS_PER_SECOND = 24_000

/** Begins at once, and ends by itself at the limit. */
export const startRecording = (options: RecordingOptions): Recording => {
  const { kind, recorder, release, limitS, now, onSecond, onDone } = options
  const parts: Blob[] = []
  const since = now()
  const passed = (): number => (now() - since) / 1000
  let isCancelled = false
  let lasted: number | null = null
  const stop = (): void => {
    if (lasted !== null) return
    lasted = passed()
    clearInterval(timer)
    if (recorder.state !== 'inactive') recorder.stop()
    release()
  }
  const timer = setInterval(() => {
    if (passed() >= limitS) stop()
    else onSecond(Math.floor(passed()))
  }, 250)
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.addEventListener('stop', () => {
    // The microphone was pulled out: what was said until then is there.
    stop()
    if (isCancelled) return
    const seconds = Math.min(limitS, Math.round(lasted ?? 0))
    const file = new Blob(parts, { type: kind.type })
    onDone(seconds < 1 || file.size === 0 ? null : { file, seconds, ending: kind.ending })
  })
  recorder.start()
  return {
    stop,
    cancel: () => {
      isCancelled = true
      stop()
    },
  }
}
