import type { FunctionComponent } from 'preact'
import { useState } from 'preact/hooks'

import type { Chat } from '../../chat/contract.ts'
import { Icon } from '../components/Icon.tsx'
import { useSpeech } from '../context.ts'
import type { VoiceRecorderProps } from './VoiceRecorder.tsx'

/** A browser that cannot record, or a page that does not let us, offers nothing. */
const canRecord = (): boolean => typeof MediaRecorder === 'function' && 'mediaDevices' in navigator

/** Hold it, or tap it and tap again to stop; the recorder is fetched when it is used first. */
export const useVoice = (chat: Chat, problem: (text: string) => void) => {
  const { words } = useSpeech()
  const [Recorder, setRecorder] = useState<FunctionComponent<VoiceRecorderProps> | null>(null)
  const [use, setUse] = useState<{ readonly held: boolean } | null>(null)
  const [offered, setOffered] = useState(canRecord)
  const start = (held: boolean): void => {
    setUse({ held })
    import('./VoiceRecorder.tsx').then(
      (module) => {
        setRecorder(() => module.VoiceRecorder)
      },
      () => {
        setUse(null)
        problem(words.problems.network)
      },
    )
  }
  const button = offered && (
    <button
      type="button"
      class="icon-button"
      aria-label={words.voice.record}
      title={words.voice.recordHint}
      disabled={use !== null}
      onPointerDown={({ button: which }) => {
        if (which === 0) start(true)
      }}
      onClick={({ detail }) => {
        // By keyboard; a pointer has begun already.
        if (detail === 0 && !use) start(false)
      }}
    >
      <Icon name="microphone" />
    </button>
  )
  const panel = use && Recorder && (
    <Recorder
      held={use.held}
      onSend={({ file, seconds, ending }) => {
        setUse(null)
        chat.addFile(file, `${words.voice.message(seconds)}.${ending}`, 'file', seconds)
      }}
      onClose={() => {
        setUse(null)
      }}
      onRefused={() => {
        setUse(null)
        setOffered(false)
        problem(words.voice.refused)
      }}
    />
  )
  return { button, panel }
}
