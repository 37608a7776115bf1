import {
  SOUND_KINDS,
  SPEECH_BITS_PER_SECOND,
  startRecording,
  type Recording,
  type RecordingOptions,
} from '../../../../base/recording.ts'
import { VOICE_LIMIT_S } from '../../../../protocol/model/limits.ts'

export interface Microphone extends Recording {
  /** How loud it is just now, 0 … 1. */
  level(): number
}

/** Where it cannot be done nothing is offered. */
export const canRecord = (): boolean => typeof MediaRecorder === 'function' && 'mediaDevices' in navigator

/** Begins to record; rejects when there is no microphone, or the agent does not allow it. */
export const openMicrophone = async (
  events: Pick<RecordingOptions, 'onSecond' | 'onDone'>,
): Promise<Microphone> => {
  const kind = SOUND_KINDS.find(({ type }) => MediaRecorder.isTypeSupported(type))
  if (!kind) throw new Error('this browser records in no known way')
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const meter = createMeter(stream)
  const options = { mimeType: kind.type, audioBitsPerSecond: SPEECH_BITS_PER_SECOND }
  const recording = startRecording({
    ...events,
    kind,
    recorder: new MediaRecorder(stream, options),
    release: () => {
      for (const track of stream.getTracks()) track.stop()
      meter.close()
    },
    limitS: VOICE_LIMIT_S,
    now: () => performance.now(),
  })
  return { ...recording, level: meter.level }
}

const createMeter = (stream: MediaStream) => {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 512
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Uint8Array(analyser.fftSize)
  return {
    level: (): number => {
      analyser.getByteTimeDomainData(samples)
      // Silence is in the middle.
      return samples.reduce((loudest, one) => Math.max(loudest, Math.abs(one - 128)), 0) / 128
    },
    close: (): void => {
      void context.close()
    },
  }
}
