import { useEffect, useEffectEvent, useRef, useState } from 'react'

import type { Recorded } from '../../../../base/recording.ts'
import type { ConversationId } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { useSteady } from '../../../ui/index.ts'
import { useAction, useLayer } from '../../actions/index.ts'
import { VoiceFile } from '../../thread/index.ts'
import { attachFiles } from '../store.ts'
import { canRecord, openMicrophone, type Microphone } from './microphone.ts'

export interface VoiceOptions {
  readonly conversationId: ConversationId
  /** Nothing can be written here now. */
  readonly closed: boolean
  readonly onRecorded: (files: readonly File[]) => void
  /** The recorder has left: the text is where one goes on. */
  readonly onEnd: () => void
}

export interface VoiceRecording {
  readonly state: 'idle' | 'starting' | 'recording' | 'short' | 'refused'
  readonly seconds: number
  /** How loud it is just now, 0 … 1. */
  readonly level: () => number
  /** Null: it cannot be done here. */
  readonly start: (() => void) | null
  readonly stop: () => void
  /** Nothing comes of it, or what was said of it is understood. */
  readonly cancel: () => void
}

/** Records a voice for one conversation; it goes along with what is written there, to be heard before it is sent. */
export const useVoice = ({ conversationId, closed, onRecorded, onEnd }: VoiceOptions): VoiceRecording => {
  const { t } = useTranslation('thread')
  const [state, setState] = useState<VoiceRecording['state']>('idle')
  const [seconds, setSeconds] = useState(0)
  const microphone = useRef<Microphone | null>(null)
  /** Counts the beginnings: a microphone that opens late belongs to none that was given up. */
  const turn = useRef(0)
  const gone = useRef(false)

  const done = useEffectEvent((recorded: Recorded | null): void => {
    microphone.current = null
    const voice =
      recorded &&
      new VoiceFile(
        recorded.file,
        `${t('voice', { seconds: recorded.seconds })}.${recorded.ending}`,
        recorded.seconds,
      )
    if (gone.current) {
      // Another conversation was opened meanwhile: what was said until then waits in this one.
      if (voice) attachFiles(conversationId, [voice])
      return
    }
    setState(voice ? 'idle' : 'short')
    if (!voice) return
    onRecorded([voice])
    onEnd()
  })
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      turn.current += 1
      microphone.current?.stop()
    }
  }, [])

  const open = async (): Promise<void> => {
    const mine = (turn.current += 1)
    setState('starting')
    setSeconds(0)
    const opened = await openMicrophone({ onSecond: setSeconds, onDone: done }).catch(() => null)
    if (turn.current !== mine) {
      opened?.cancel()
      return
    }
    microphone.current = opened
    setState(opened ? 'recording' : 'refused')
  }
  // The same functions with every key that is typed beside them: the tools are not rendered again for it.
  const stop = useSteady((): void => microphone.current?.stop())
  const cancel = useSteady((): void => {
    turn.current += 1
    microphone.current?.cancel()
    microphone.current = null
    setState('idle')
    onEnd()
  })
  const possible = !closed && canRecord()
  const busy = state === 'starting' || state === 'recording'
  const toggle = useSteady((): void => {
    if (state === 'recording') stop()
    else if (state === 'starting') cancel()
    else void open()
  })
  const level = useSteady((): number => microphone.current?.level() ?? 0)
  useAction('voice', possible ? toggle : null)
  useLayer(state === 'idle' ? null : cancel)
  return {
    state,
    seconds,
    level,
    start: possible && !busy ? toggle : null,
    stop,
    cancel,
  }
}
