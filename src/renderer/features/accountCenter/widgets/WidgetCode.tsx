import type { Widget } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Copied } from './Copied.tsx'
import { EntryQr } from './EntryQr.tsx'

/** What leads to an entry: the line for a page, the link, the code to print (R-02-027). */
export const WidgetCode = ({ widget }: { readonly widget: Widget }) => {
  const { t } = useTranslation('widgets')
  const server = useQuery('account.current', {})?.account?.server ?? ''
  const link = `${server}/chat/${widget.id}`
  const line = `<script async src="${server}/foyer.js" data-widget="${widget.id}"></script>`
  return (
    <div className="fy-widget-code">
      <div>
        {widget.place === 'link' ? null : (
          <Copied label={t('lines.line')} hint={t('lines.lineHint')} text={line} />
        )}
        <Copied label={t('lines.link')} hint={t('lines.linkHint')} text={link} />
      </div>
      <EntryQr name={widget.name} link={link} />
    </div>
  )
}
