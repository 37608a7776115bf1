import { Clock, Heart, Hourglass } from 'lucide-react'

import type { ConversationView } from '../../../client/api.ts'
import { restOf } from '../../../domain/paths/path.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, fullTime, useLanguage, useNow } from '../../ui/index.ts'
import { useOffer } from './useOffer.ts'
import { usePathState } from './usePathState.ts'
import { usePathWords } from './usePathWords.ts'

import './paths.css'

/**
 * Below the header: what is left of a way that will close, and of somebody with an account as whom one talks to them and
 * what waits for their consent.
 */
export const PathLine = ({ view, inert }: { readonly view: ConversationView; readonly inert: boolean }) => {
  const { t } = useTranslation('paths')
  const words = usePathWords()
  const language = useLanguage()
  const now = useNow(30_000)
  const agents = useQuery('organization.get', {})?.agents ?? []
  const { conversation, session } = view
  const path = usePathState(conversation)
  const cancelling = useOffer()
  const rest = restOf(path, now)
  const hasFaces = conversation.channel === 'im'
  if (!hasFaces && !rest) return null
  const { friendSince, face } = conversation
  const offer = session?.state === 'ended' ? undefined : session?.offer
  return (
    <div className="fy-path" inert={inert}>
      {hasFaces ? <span>{words.face(face)}</span> : null}
      {friendSince === null ? null : (
        <span className="fy-path-mark" title={fullTime(friendSince, language)}>
          <Heart aria-hidden="true" />
          {t('friend')}
        </span>
      )}
      {rest ? (
        <span className="fy-path-mark" data-warning="true">
          <Clock aria-hidden="true" />
          {words.rest(rest)}
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
