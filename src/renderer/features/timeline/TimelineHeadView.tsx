import type { TimelineHead } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'
import { useSourceText } from '../customer/index.ts'

export interface TimelineHeadViewProps {
  readonly head: TimelineHead
  /** With the present source and the pages that were viewed most (R-03-138). */
  readonly browsing: boolean
}

/** How often the customer came, and from where first (R-03-139). */
export const TimelineHeadView = ({ head, browsing }: TimelineHeadViewProps) => {
  const { t } = useTranslation('timeline')
  const sourceText = useSourceText()
  const { visits, receptions, firstSource, latestSource, pages } = head
  return (
    <dl className="fy-facts fy-timeline-head">
      <div>
        <dt>{t('visits')}</dt>
        <dd className="fy-digits">{visits}</dd>
      </div>
      <div>
        <dt>{t('receptions')}</dt>
        <dd className="fy-digits">{receptions}</dd>
      </div>
      {firstSource ? (
        <div>
          <dt>{t('firstSource')}</dt>
          <dd>{sourceText(firstSource)}</dd>
        </div>
      ) : null}
      {browsing && latestSource ? (
        <div>
          <dt>{t('latestSource')}</dt>
          <dd>{sourceText(latestSource)}</dd>
        </div>
      ) : null}
      {browsing && pages.length > 0 ? (
        <div>
          <dt>{t('mostViewed')}</dt>
          <dd>
            <ol className="fy-timeline-pages">
              {pages.map(({ url, title, views }) => (
                <li key={url} title={url}>
                  <span className="fy-cut">{plainLine(title) || plainLine(url)}</span>
                  <span className="fy-secondary fy-digits">{t('views.count', { count: views })}</span>
                </li>
              ))}
            </ol>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}
