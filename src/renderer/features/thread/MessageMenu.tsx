import { use, useState } from 'react'

import { recallState } from '../../../domain/messages/recall.ts'
import type { ConversationId, Message } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Menu, MenuAt, serverNow } from '../../ui/index.ts'
import { tell, tellDone } from '../actions/index.ts'
import { ReplyEditor } from '../quickReplies/index.ts'
import { AnnotatingContext } from './annotating.ts'
import { copyPicture } from './copyPicture.ts'
import { forward } from './Forwarding.tsx'
import { saidIn } from './saidIn.ts'
import { useSaveMessages } from './useSaveMessages.ts'
import { useSendToDevices } from './useSendToDevices.ts'

export interface MessageMenuAt {
  readonly message: Message
  readonly x: number
  readonly y: number
  /** What is marked in the message; empty: nothing. */
  readonly marked: string
  /** Address of the picture that it shows. */
  readonly picture: string | null
}

export interface MessageMenuProps {
  readonly conversationId: ConversationId
  readonly at: MessageMenuAt
  /** Null: it is not one's own. */
  readonly onRecall: ((message: Message) => void) | null
  readonly onQuote: (message: Message) => void
  readonly onChoose: (message: Message) => void
  readonly onClose: () => void
}

type Choice =
  | 'copy-marked'
  | 'copy'
  | 'copy-picture'
  | 'quote'
  | 'forward'
  | 'devices'
  | 'save'
  | 'choose'
  | 'keep'
  | 'annotate'
  | 'recall'

/** The menu of one message under the pointer, and the dialogs that it leads to. */
export const MessageMenu = (props: MessageMenuProps) => {
  const { conversationId, at, onRecall, onQuote, onChoose, onClose } = props
  const { message, marked, picture } = at
  const { body } = message
  const { t } = useTranslation(['thread', 'savedMessages'])
  const [keeping, setKeeping] = useState(false)

  const sendToDevices = useSendToDevices()
  const save = useSaveMessages()
  const chat = useQuery('chat.get', { conversationId })
  const annotating = use(AnnotatingContext)
  const wanted = annotating?.wantedOf(message)
  const copy = (text: string): void => {
    void navigator.clipboard.writeText(text).then(() => {
      tellDone(t('selection.copied'))
    })
  }
  const choose = (key: Choice): void => {
    if (key === 'keep') {
      setKeeping(true)
      return
    }
    onClose()
    if (key === 'copy-marked') copy(marked)
    else if (key === 'copy') copy(saidIn(message))
    else if (key === 'forward') forward(conversationId, [message])
    else if (key === 'quote') onQuote(message)
    else if (key === 'choose') onChoose(message)
    else if (key === 'save') void save([message])
    else if (key === 'devices') void sendToDevices([message])
    else if (key === 'recall') onRecall?.(message)
    else if (key === 'annotate') annotating?.ask(message)
    else if (picture !== null)
      void copyPicture(picture).then((done) => {
        if (done) tellDone(t('viewer.copied'))
        else tell(t('viewer.notCopied'))
      })
  }

  if (keeping)
    return (
      <ReplyEditor
        reply={null}
        library="own"
        begin={{ id: message.id, text: saidIn(message) }}
        onClose={onClose}
      />
    )

  const item = (key: Choice, label: string) => ({ key, label })
  const isText = body.kind === 'text'
  const mayRecall = onRecall !== null && recallState(message, serverNow()) === 'possible'
  return (
    <MenuAt at={at} label={t('menu.label')} onClose={onClose}>
      <Menu
        sections={[
          {
            key: 'copy',
            items: [
              ...(marked === '' ? [] : [item('copy-marked', t('menu.copyMarked'))]),
              ...(isText ? [item('copy', t('menu.copy'))] : []),
              ...(picture === null ? [] : [item('copy-picture', t('viewer.copy'))]),
            ],
          },
          {
            key: 'use',
            items: [
              ...(wanted
                ? [
                    item(
                      'annotate',
                      t(wanted === 'transcript' ? 'annotation.transcript.ask' : 'menu.translate'),
                    ),
                  ]
                : []),
              item('quote', t('quote')),
              item('forward', t('menu.forward')),
              // In the file assistant it is there already.
              ...(chat?.conversation.kind === 'self' ? [] : [item('devices', t('menu.toDevices'))]),
              item('save', t('savedMessages:add')),
              item('choose', t('selection.begin')),
              ...(isText ? [item('keep', t('menu.keep'))] : []),
            ],
          },
          { key: 'back', items: mayRecall ? [item('recall', t('recall'))] : [] },
        ]}
        onChoose={(key) => {
          choose(key as Choice)
        }}
      />
    </MenuAt>
  )
}
