import { useState } from 'react'

import type { ConversationId } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { tell, useAction } from '../actions/index.ts'
import { attachFiles } from '../composer/index.ts'
import { Annotator } from './Annotator.tsx'
import { canCapture, capture, type Picture } from './capture.ts'

import './screenshot.css'

/** Takes pictures of the screen for the conversation that is open; it goes to the composer, and is sent by nobody else. */
export const Screenshots = ({ openId }: { readonly openId: ConversationId | null }) => {
  const { t } = useTranslation('screenshot')
  const [picture, setPicture] = useState<Picture | null>(null)
  const take = async (source: string | null): Promise<void> => {
    const taken = await capture(source)
    if (typeof taken === 'object') setPicture(taken)
    else if (taken !== 'left') tell(t(`failures.${taken}`))
  }
  useAction('screenshot', canCapture() && picture === null ? () => void take(null) : null)
  if (!picture) return null
  const close = (): void => {
    setPicture(null)
  }
  return (
    <Annotator
      // What was drawn belongs to one picture.
      key={picture.source}
      picture={picture}
      onSource={(source) => void take(source)}
      onInsert={
        openId === null
          ? null
          : (file) => {
              attachFiles(openId, [file])
              close()
            }
      }
      onClose={close}
    />
  )
}
