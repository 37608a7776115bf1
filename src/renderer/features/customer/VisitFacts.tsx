import type { ConversationId } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'
import { Fact } from './Fact.tsx'
import { sourceText } from './sourceText.ts'

/** Where the customer is on the company's pages, as far as it is known (R-02-311); what a page says is never a link. */
export const VisitFacts = ({ conversationId }: { readonly conversationId: ConversationId }) => {
  const { t } = useTranslation('customer')
  const visitor = useQuery('visitor.of', { conversationId })
  if (!visitor) return null
  const { title, url, pages, address, mobile, browser, visits, source } = visitor
  return (
    <section>
      <h3>{t('visit.title')}</h3>
      <dl className="fy-facts">
        <Fact name={t('visit.page')}>
          <span title={url}>{plainLine(title) || plainLine(url)}</span>
        </Fact>
        <Fact name={t('visit.pages')}>{pages}</Fact>
        <Fact name={t('source')}>{sourceText(source, t)}</Fact>
        {address ? <Fact name={t('visit.address')}>{address}</Fact> : null}
        <Fact name={t('visit.device')}>{mobile ? t('visit.mobile') : t('visit.computer')}</Fact>
        {browser ? <Fact name={t('visit.browser')}>{browser}</Fact> : null}
        <Fact name={t('visit.visits')}>{visits}</Fact>
      </dl>
    </section>
  )
}
