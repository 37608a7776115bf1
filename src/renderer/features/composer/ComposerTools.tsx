import type { OpenView } from '../../../client/api.ts'
import { useSteady } from '../../ui/index.ts'
import { ScheduleButton } from '../scheduled/index.ts'
import { NoteButton } from './NoteButton.tsx'
import { giveBack } from './store.ts'
import { Toolbar } from './Toolbar.tsx'
import { TranslateButton } from './TranslateButton.tsx'
import type { DraftTranslation } from './useDraftTranslation.ts'
import type { Replies } from './useReplies.ts'
import type { Sending } from './useSending.ts'
import type { Writing } from './useWriting.ts'
import type { VoiceRecording } from './voice/useVoice.ts'
import { VoiceButton } from './voice/VoiceButton.tsx'

export interface ComposerToolsProps {
  readonly view: OpenView
  readonly inert: boolean
  readonly locked: boolean
  readonly writing: Writing
  readonly replies: Replies
  readonly forLater: Sending['forLater']
  readonly voice: VoiceRecording
  readonly translation: DraftTranslation
  readonly onInsert: (addition: string) => void
  /** The text is where one goes on. */
  readonly onEnd: () => void
}

/** What can be put into the answer, and what else can be written here. A key that is typed renders none of the tools. */
export const ComposerTools = (props: ComposerToolsProps) => {
  const { view, inert, locked, writing, replies, forLater, voice, translation } = props
  const { onInsert, onEnd } = props
  const { tray, tooLong } = writing
  const conversationId = view.conversation.id
  const onEmoji = useSteady(onInsert)
  const onInsertReply = useSteady(replies.insertReply)
  const onSendReply = useSteady(replies.sendReply)
  const onFiles = useSteady(tray.attach)
  const onTranslate = useSteady(translation.translate)
  const written = useSteady(forLater)
  const onBack = useSteady((back: string) => {
    giveBack(conversationId, { text: back, files: [], quote: null })
  })
  const onScheduled = useSteady(() => {
    writing.putOff()
    onEnd()
  })
  // Said here and not below, so that the tools see only these answers and not all that they follow from.
  const canWait = !locked && !tooLong && tray.attached.length === 0 && forLater() !== null
  const outside = 'customer' in view
  const inSession = view.session !== null
  return (
    <Toolbar
      onEmoji={onEmoji}
      onInsertReply={onInsertReply}
      onSendReply={locked ? null : onSendReply}
      onFiles={onFiles}
    >
      <VoiceButton {...voice} />
      {translation.offered ? (
        <TranslateButton possible={translation.possible} onTranslate={onTranslate} />
      ) : null}
      {outside ? (
        <ScheduleButton
          conversationId={conversationId}
          inert={inert}
          possible={canWait}
          written={written}
          onScheduled={onScheduled}
          onBack={onBack}
        />
      ) : null}
      {inSession ? <NoteButton conversationId={conversationId} inert={inert} /> : null}
    </Toolbar>
  )
}
