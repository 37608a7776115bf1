import { Globe } from 'lucide-react'

import type { TimelineItem } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { duration, fullTime, plainLine, RelativeTime, useLanguage } from '../../ui/index.ts'
import { useSourceText } from '../customer/index.ts'

/** A visit to the company's pages. What a page says of itself is never a link. */
export const VisitItem = ({ item }: { readonly item: Extract<TimelineItem, { kind: 'visit' }> }) => {
  const { t } = useTranslation('timeline')
  const language = useLanguage()
  const sourceText = useSourceText()
  return (
    <li>
      <Globe aria-hidden="true" />
      <div>
        <p className="fy-timeline-title">
          <span>{t('visit', { number: item.number })}</span>
          <span className="fy-secondary" title={fullTime(item.at, language)}>
            <RelativeTime at={item.at} />
          </span>
        </p>
        <p className="fy-secondary">
          {[
            sourceText(item.source),
            t(item.mobile ? 'mobile' : 'computer'),
            duration(item.until - item.at),
          ].join(' · ')}
        </p>
        <ol className="fy-timeline-pages">
          {item.pages.toReversed().map(({ url, title, views }) => (
            <li key={url} title={url}>
              <span className="fy-cut">{plainLine(title) || plainLine(url)}</span>
              {views > 1 ? (
                <span className="fy-secondary fy-digits">{t('views.count', { count: views })}</span>
              ) : null}
            </li>
          ))}
        </ol>
      </div>
    </li>
  )
}
