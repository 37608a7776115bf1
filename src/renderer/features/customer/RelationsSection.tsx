import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { dayName, useLanguage } from '../../ui/index.ts'
import { usePathWords } from '../paths/index.ts'

/** Whose friend the customer is (R-05-115); nothing while they are nobody's. */
export const RelationsSection = ({ conversationId }: { readonly conversationId: ConversationId }) => {
  const { t } = useTranslation('customer')
  const language = useLanguage()
  const words = usePathWords()
  const paths = useQuery('paths.of', { conversationId })?.paths ?? []
  const friends = paths.flatMap((path) =>
    path.friendSince === null ? [] : [{ path, since: path.friendSince }],
  )
  if (friends.length === 0) return null
  return (
    <section>
      <h3>{t('relations')}</h3>
      <dl className="fy-facts">
        {friends.map(({ path, since }) => (
          <div key={path.conversationId}>
            <dt>{t('friendOf')}</dt>
            <dd>
              {words.face(path.face)}
              <span className="fy-secondary"> {t('since', { day: dayName(since, language) })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
