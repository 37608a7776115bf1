import { useTranslation } from 'react-i18next'

import type { Widget } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { Button } from '../../../ui/index.ts'
import { Copied } from './Copied.tsx'
import { qrPng, qrSvg } from './qr.ts'

/** What leads to an entry: the line for a page, the link, the code to print (R-02-027). */
export const WidgetCode = ({ widget }: { readonly widget: Widget }) => {
  const { t } = useTranslation('widgets')
  const server = useQuery('account.current', {})?.account?.server ?? ''
  const link = `${server}/chat/${widget.id}`
  const line = `<script async src="${server}/foyer.js" data-widget="${widget.id}"></script>`
  // A visit by the printed code is told apart from one by the link.
  const printed = `${link}?utm_medium=qr`
  const download = (blob: Blob, ending: string): void => {
    const url = URL.createObjectURL(blob)
    const anchor = document.createElement('a')
    anchor.href = url
    anchor.download = `${widget.name}.${ending}`
    anchor.click()
    // The browser has begun by then.
    setTimeout(() => {
      URL.revokeObjectURL(url)
    }, 10_000)
  }
  return (
    <div className="fy-widget-code">
      <div>
        {widget.place === 'link' ? null : (
          <Copied label={t('lines.line')} hint={t('lines.lineHint')} text={line} />
        )}
        <Copied label={t('lines.link')} hint={t('lines.linkHint')} text={link} />
      </div>
      <div className="fy-widget-qr">
        <img
          src={`data:image/svg+xml,${encodeURIComponent(qrSvg(printed))}`}
          alt={t('lines.qr', { name: widget.name })}
          width={168}
          height={168}
        />
        <Button
          onClick={() => {
            void qrPng(printed).then((blob) => {
              download(blob, 'png')
            })
          }}
        >
          {t('lines.png')}
        </Button>
        <Button
          onClick={() => {
            download(new Blob([qrSvg(printed)], { type: 'image/svg+xml' }), 'svg')
          }}
        >
          {t('lines.svg')}
        </Button>
      </div>
    </div>
  )
}
