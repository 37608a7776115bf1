import {
  SOUND_KINDS,
  SPEECH_BITS_PER_SECOND,
  startRecording,
  type Recording,
  type RecordingOptions,
} from '../../../base/recording.ts'
import { VOICE_LIMIT_S } from '../../../protocol/model/limits.ts'

/** Begins to record; rejects when there is no microphone, or the visitor does not allow it. */
export const openMicrophone = async (
  events: Pick<RecordingOptions, 'onSecond' | 'onDone'>,
): Promise<Recording> => {
  const kind = SOUND_KINDS.find(({ type }) => MediaRecorder.isTypeSupported(type))
  if (!kind) throw new Error('this browser records in no known way')
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const options = { mimeType: kind.type, audioBitsPerSecond: SPEECH_BITS_PER_SECOND }
  return startRecording({
    ...events,
    kind,
    recorder: new MediaRecorder(stream, options),
    release: () => {
      for (const track of stream.getTracks()) track.stop()
    },
    limitS: VOICE_LIMIT_S,
    now: () => performance.now(),
  })
}
