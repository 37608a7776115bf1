import type { PathRest } from '../../../domain/paths/path.ts'
import type { Face, Path } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

export interface PathWords {
  /** Who the customer sees as the one they talk to. */
  readonly face: (face: Face) => string
  /** `2 h 5 min`, `3 days`: how much time is meant. */
  readonly span: (ms: number) => string
  /** What is left of a way: time, replies, or both. */
  readonly rest: (rest: PathRest) => string
  /** One way as a menu names it: by channel, face and friendship. */
  readonly path: (path: Path) => string
}

export const usePathWords = (): PathWords => {
  const { t } = useTranslation('paths')
  const { t: ofThread } = useTranslation('thread')
  const agents = useQuery('organization.get', {})?.agents
  const me = useQuery('account.current', {})?.me?.agentId
  const face: PathWords['face'] = (one) => {
    if (one.kind === 'organization') return t('face.company')
    if (one.agentId === me) return t('face.me')
    return t('face.colleague', { name: agents?.find(({ id }) => id === one.agentId)?.name ?? '' })
  }
  const span: PathWords['span'] = (ms) => {
    if (ms >= DAY_MS) return t('span.days', { count: Math.floor(ms / DAY_MS) })
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS)
    return ms >= HOUR_MS
      ? t('span.hours', { hours: Math.floor(ms / HOUR_MS), minutes })
      : t('span.minutes', { minutes: Math.max(1, minutes) })
  }
  return {
    face,
    span,
    rest: ({ ms, replies }) =>
      [
        ...(ms === null ? [] : [t('closesIn', { span: span(ms) })]),
        ...(replies === null ? [] : [t('repliesLeft', { count: replies })]),
      ].join(' · '),
    path: (one) =>
      [
        ofThread(`channel.${one.channel}`),
        face(one.face),
        ...(one.friendSince === null ? [] : [t('friend')]),
      ].join(' · '),
  }
}
