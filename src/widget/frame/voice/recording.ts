/** What was recorded. */
export interface Voice {
  readonly file: Blob
  /** From 1 to 60. */
  readonly seconds: number
  /** How the file's name ends. */
  readonly ending: string
}

export interface Recording {
  stop(): void
  /** Nothing comes of it. */
  cancel(): void
}

export interface RecordingEvents {
  readonly onSecond: (seconds: number) => void
  /** Null: it was shorter than a second. */
  readonly onDone: (voice: Voice | null) => void
}

export const VOICE_LIMIT_S = 60

/** What browsers can record, and how such a file is called. */
const KINDS = [
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg;codecs=opus', 'ogg'],
] as const

/** Begins to record; rejects when there is no microphone, or the visitor does not allow it. */
export const openMicrophone = async ({ onSecond, onDone }: RecordingEvents): Promise<Recording> => {
  const kind = KINDS.find(([type]) => MediaRecorder.isTypeSupported(type))
  if (!kind) throw new Error('this browser records in no known way')
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const [type, ending] = kind
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 24_000 })
  const parts: Blob[] = []
  const since = performance.now()
  const passed = (): number => (performance.now() - since) / 1000
  let isCancelled = false
  let lasted = 0
  const stop = (): void => {
    lasted = passed()
    clearInterval(timer)
    if (recorder.state !== 'inactive') recorder.stop()
    // The sign of the browser that it listens goes out.
    for (const track of stream.getTracks()) track.stop()
  }
  const timer = setInterval(() => {
    if (passed() >= VOICE_LIMIT_S) stop()
    else onSecond(Math.floor(passed()))
  }, 250)
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.addEventListener('stop', () => {
    if (isCancelled) return
    const seconds = Math.min(VOICE_LIMIT_S, Math.round(lasted))
    const file = new Blob(parts, { type })
    onDone(lasted < 1 || file.size === 0 ? null : { file, seconds, ending })
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
