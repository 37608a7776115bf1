import { Clock, Heart, Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { ConversationView } from '../../../client/api.ts'
import { PATH_WARNING_MS } from '../../../domain/paths/path.ts'
import { useQuery } from '../../core/index.ts'
import { Button, ErrorLine, fullTime, useLanguage, useNow } from '../../ui/index.ts'
import { useOffer } from './useOffer.ts'
import { usePathState } from './usePathState.ts'
import { usePathWords } from './usePathWords.ts'

import './paths.css'

/** Below the header of somebody with an account: as whom one talks to them, how long still, and what waits for their consent. */
export const PathLine = ({ view, inert }: { readonly view: ConversationView; readonly inert: boolean }) => {
  const { t } = useTranslation('paths')
  const words = usePathWords()
  const language = useLanguage()
  const now = useNow(30_000)
  const agents = useQuery('organization.get', {})?.agents ?? []
  const { conversation, session } = view
  const path = usePathState(conversation)
  const cancelling = useOffer()
  if (conversation.channel !== 'im') return null
  const { friendSince, face } = conversation
  const left = path.open && path.until !== null ? path.until - now : null
  const offer = session?.state === 'ended' ? undefined : session?.offer
  return (
    <div className="fy-path" inert={inert}>
      <span>{words.face(face)}</span>
      {friendSince === null ? null : (
        <span className="fy-path-mark" title={fullTime(friendSince, language)}>
          <Heart aria-hidden="true" />
          {t('friend')}
        </span>
      )}
      {left !== null && left <= PATH_WARNING_MS ? (
        <span className="fy-path-mark" data-warning="true">
          <Clock aria-hidden="true" />
          {t('closesIn', { span: words.span(left) })}
        </span>
      ) : null}
      {offer ? (
        <>
          <span className="fy-path-mark" role="status">
            <Hourglass aria-hidden="true" />
            {t('offered', {
              name: agents.find(({ id }) => id === offer.agentId)?.name ?? '',
              span: words.span(Math.max(0, offer.until - now)),
            })}
          </span>
          <Button
            disabled={cancelling.busy}
            onClick={() => {
              void cancelling.cancel(offer.id)
            }}
          >
            {t('cancelOffer')}
          </Button>
        </>
      ) : null}
      {cancelling.failure ? <ErrorLine text={cancelling.failure} /> : null}
    </div>
  )
}
