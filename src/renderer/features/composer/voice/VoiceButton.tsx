import { Mic } from 'lucide-react'

import { useTranslation } from '../../../translation/index.ts'
import { IconButton } from '../../../ui/index.ts'
import { useKeyLabel } from '../../actions/index.ts'
import type { VoiceRecording } from './useVoice.ts'

export const VoiceButton = ({ start, state }: VoiceRecording) => {
  const { t } = useTranslation('composer')
  const key = useKeyLabel('voice')
  const busy = state === 'starting' || state === 'recording'
  if (!start && !busy) return null
  return (
    <IconButton label={t('voice.record')} shortcut={key} disabled={busy} onClick={start ?? undefined}>
      <Mic />
    </IconButton>
  )
}
