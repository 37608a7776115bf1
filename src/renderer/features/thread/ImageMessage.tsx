import { ImageOff } from 'lucide-react'
import { useContext, useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'
import { ImageViewer } from './ImageViewer.tsx'
import { imageBox } from './items.ts'
import { PicturesContext } from './pictures.ts'
import { usePictureUrl } from './usePictureUrl.ts'

export interface ImageMessageProps {
  readonly fileId: string
  readonly name: string
  readonly width: number
  readonly height: number
}

/** A picture in the place that was kept for it; a click shows it large. */
export const ImageMessage = ({ fileId, name, width, height }: ImageMessageProps) => {
  const { t } = useTranslation('thread')
  const [viewing, setViewing] = useState(false)
  const [broken, setBroken] = useState(false)
  const around = useContext(PicturesContext)
  const url = usePictureUrl(fileId)
  const box = imageBox(width, height)
  const label = plainLine(name) || t('image')
  return (
    <>
      <button
        type="button"
        className="fy-image"
        style={box}
        aria-label={t('viewImage', { name: label })}
        disabled={!url}
        onClick={() => {
          setViewing(true)
        }}
      >
        {url && !broken ? (
          <img
            src={url}
            alt={label}
            width={box.width}
            height={box.height}
            onError={() => {
              setBroken(true)
            }}
          />
        ) : broken || url === null ? (
          <span className="fy-image-missing">
            <ImageOff aria-hidden="true" />
            {t('imageMissing')}
          </span>
        ) : null}
      </button>
      {viewing ? (
        <ImageViewer
          pictures={around.some((one) => one.fileId === fileId) ? around : [{ fileId, name }]}
          fileId={fileId}
          onClose={() => {
            setViewing(false)
          }}
        />
      ) : null}
    </>
  )
}
