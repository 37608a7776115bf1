import { useEffect, useRef, useState } from 'preact/hooks'

import type { Recorded, Recording } from '../../../base/recording.ts'
import { VOICE_LIMIT_S } from '../../../protocol/model/limits.ts'
import { useSpeech } from '../context.ts'
import { openMicrophone } from './recording.ts'

export interface VoiceRecorderProps {
  /** The button is still held down: letting go stops. */
  readonly held: boolean
  readonly onSend: (voice: Recorded) => void
  readonly onClose: () => void
  /** There is no microphone, or the visitor does not allow it. */
  readonly onRefused: () => void
}

/** Shorter than this it was a tap, and the next tap stops. */
const HOLD_MS = 500

/** Records, lets the customer hear it, and only then sends (R-18-032). */
export const VoiceRecorder = ({ held, onSend, onClose, onRefused }: VoiceRecorderProps) => {
  const { words } = useSpeech()
  const recording = useRef<Recording | null>(null)
  const [seconds, setSeconds] = useState<number | null>(null)
  const [voice, setVoice] = useState<Recorded | null>(null)
  const [short, setShort] = useState(false)

  useEffect(() => {
    let isGone = false
    const since = Date.now()
    const letGo = (): void => {
      if (Date.now() - since > HOLD_MS) recording.current?.stop()
    }
    if (held) addEventListener('pointerup', letGo, { once: true })
    openMicrophone({
      onSecond: setSeconds,
      onDone: (done) => {
        if (isGone) return
        recording.current = null
        if (done) setVoice(done)
        else setShort(true)
      },
    }).then(
      (opened) => {
        if (isGone) opened.cancel()
        else {
          recording.current = opened
          setSeconds(0)
        }
      },
      () => {
        if (!isGone) onRefused()
      },
    )
    return () => {
      isGone = true
      removeEventListener('pointerup', letGo)
      recording.current?.cancel()
    }
    // Once: another microphone is another recorder.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const url = useObjectUrl(voice?.file)
  return (
    <div class="voice" role="group" aria-label={words.voice.record}>
      {voice ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- what a customer has just said has no captions
        <audio controls src={url ?? undefined} aria-label={words.voice.message(voice.seconds)} />
      ) : (
        <p role="status">
          {short
            ? words.voice.short
            : seconds === null
              ? words.voice.starting
              : words.voice.recording(VOICE_LIMIT_S)}
          {seconds !== null && !short && (
            <span class="voice-time" aria-hidden="true">
              {seconds} s
            </span>
          )}
        </p>
      )}
      <button type="button" class="text-button" onClick={onClose}>
        {voice ? words.discard : words.cancel}
      </button>
      {voice && (
        <button
          type="button"
          class="send"
          onClick={() => {
            onSend(voice)
          }}
        >
          {words.voice.send}
        </button>
      )}
      {!voice && seconds !== null && !short && (
        <button type="button" class="send" onClick={() => recording.current?.stop()}>
          {words.voice.stop}
        </button>
      )}
    </div>
  )
}

const useObjectUrl = (file: Blob | undefined): string | null => {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!file) return undefined
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => {
      URL.revokeObjectURL(made)
    }
  }, [file])
  return url
}
