import { StickyNote } from 'lucide-react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { IconButton } from '../../ui/index.ts'
import { useAction, useKeyLabel } from '../actions/index.ts'
import { setNoting } from './noting.ts'

export interface NoteButtonProps {
  readonly conversationId: ConversationId
  readonly inert: boolean
}

/** Turns the composer into one for notes to colleagues. */
export const NoteButton = ({ conversationId, inert }: NoteButtonProps) => {
  const { t } = useTranslation('composer')
  const key = useKeyLabel('note')
  const allowed = useQuery('account.current', {})?.me?.permissions.includes('chat.external') ?? false
  const begin = (): void => {
    setNoting(conversationId)
  }
  useAction('note', allowed && !inert ? begin : null)
  return allowed ? (
    <IconButton label={t('note.label')} shortcut={key} onClick={begin}>
      <StickyNote />
    </IconButton>
  ) : null
}
