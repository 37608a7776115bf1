import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { startRecording, type Recorded, type SoundRecorder } from './recording.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const record = () => {
  const listeners: { data?: (event: { data: Blob }) => void; stop?: () => void } = {}
  let state = 'inactive'
  const recorder: SoundRecorder = {
    get state() {
      return state
    },
    start: () => {
      state = 'recording'
    },
    stop: () => {
      state = 'inactive'
      listeners.data?.({ data: new Blob(['said']) })
      listeners.stop?.()
    },
    addEventListener: (type: string, listener: never) => {
      if (type === 'stop') listeners.stop = listener
      else listeners.data = listener
    },
  }
  const heard: { done: (Recorded | null)[]; seconds: number[]; released: number } = {
    done: [],
    seconds: [],
    released: 0,
  }
  const recording = startRecording({
    kind: { type: 'audio/webm', ending: 'webm' },
    recorder,
    release: () => {
      heard.released += 1
    },
    limitS: 60,
    now: () => Date.now(),
    onSecond: (seconds) => heard.seconds.push(seconds),
    onDone: (recorded) => heard.done.push(recorded),
  })
  return { recording, recorder, heard }
}

it('R-06-036 a recording stops by itself after a minute, and waits to be heard or sent', () => {
  const { heard } = record()
  vi.advanceTimersByTime(90_000)
  expect(heard.done).toMatchObject([{ seconds: 60, ending: 'webm' }])
  expect(heard.seconds.at(-1)).toBe(59)
  expect(heard.released).toBe(1)
})

it('what was said is there when it is stopped or the microphone goes; of a cancelled or too short one nothing is', () => {
  const stopped = record()
  vi.advanceTimersByTime(3000)
  stopped.recording.stop()
  stopped.recording.stop()
  expect(stopped.heard.done).toMatchObject([{ seconds: 3 }])

  const pulled = record()
  vi.advanceTimersByTime(2000)
  pulled.recorder.stop()
  expect(pulled.heard.done).toMatchObject([{ seconds: 2 }])
  expect(pulled.heard.released).toBe(1)

  const cancelled = record()
  vi.advanceTimersByTime(2000)
  cancelled.recording.cancel()
  expect(cancelled.heard).toMatchObject({ done: [], released: 1 })

  const short = record()
  vi.advanceTimersByTime(300)
  short.recording.stop()
  expect(short.heard.done).toEqual([null])
})
