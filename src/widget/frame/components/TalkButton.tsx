import { useState } from 'preact/hooks'

import type { Chat } from '../../chat/contract.ts'
import type { ChatView } from '../../chat/view.ts'
import { useSpeech } from '../context.ts'
import { IconButton } from './IconButton.tsx'

export interface TalkButtonProps {
  readonly chat: Chat
  readonly view: ChatView
  readonly onProblem: (text: string) => void
}

/** What can be done with the whole conversation: saved as a file, and forgotten on this device (R-18-037). */
export const TalkButton = ({ chat, view, onProblem }: TalkButtonProps) => {
  const { words, language } = useSpeech()
  const [open, setOpen] = useState(false)
  const [forgetting, setForgetting] = useState(false)
  if (view.messages.length === 0) return null
  const close = (): void => {
    setOpen(false)
    setForgetting(false)
  }
  const save = async (): Promise<void> => {
    close()
    try {
      const { saveTalk } = await import('../talk/saveTalk.ts')
      if (!(await saveTalk(chat, words, language))) onProblem(words.talk.offline)
    } catch {
      onProblem(words.problems.network)
    }
  }
  // Whoever the company knows has the history on its server; and nothing that waits to be sent is lost.
  const forgettable = view.standing !== 'signed' && view.outbox.length === 0
  return (
    <>
      <IconButton
        icon="more"
        name={words.talk.name}
        pressed={open}
        onClick={() => {
          if (open) close()
          else setOpen(true)
        }}
      />
      {open && (
        <div class="talk" role="group" aria-label={words.talk.name}>
          {forgetting ? (
            <>
              <p>{words.talk.forgetAsk}</p>
              <button
                type="button"
                class="text-button danger"
                onClick={() => {
                  close()
                  chat.forget()
                }}
              >
                {words.yes}
              </button>
              <button type="button" class="text-button" onClick={close}>
                {words.no}
              </button>
            </>
          ) : (
            <>
              <button type="button" class="text-button" onClick={() => void save()}>
                {words.talk.save}
              </button>
              {forgettable && (
                <button
                  type="button"
                  class="text-button"
                  onClick={() => {
                    setForgetting(true)
                  }}
                >
                  {words.talk.forget}
                </button>
              )}
            </>
          )}
        </div>
      )}
    </>
  )
}
