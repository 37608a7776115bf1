import { useTranslation } from '../../../translation/index.ts'
import { Button, saveFile } from '../../../ui/index.ts'
import { qrPng, qrSvg } from './qr.ts'

import './widgets.css'

export interface EntryQrProps {
  /** Of what; the saved pictures are called so. */
  readonly name: string
  readonly link: string
}

/** The code to print that leads to a chat page, and its pictures to save. */
export const EntryQr = ({ name, link }: EntryQrProps) => {
  const { t } = useTranslation('widgets')
  // A visit by the printed code is told apart from one by the link.
  const printed = `${link}?utm_medium=qr`
  const download = (blob: Blob, ending: string): void => {
    saveFile(`${name}.${ending}`, blob)
  }
  return (
    <div className="fy-widget-qr">
      <img
        src={`data:image/svg+xml,${encodeURIComponent(qrSvg(printed))}`}
        alt={t('lines.qr', { name })}
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
  )
}
