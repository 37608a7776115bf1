import type { CSSProperties } from 'react'

import { useTranslation } from '../../../translation/index.ts'
import { EntryPreview } from './EntryPreview.tsx'
import type { WidgetForm } from './form.ts'

/** A page in small, with the entry where it will stand (R-02-031). */
export const SpotSketch = ({ form, side }: { readonly form: WidgetForm; readonly side: 'web' | 'h5' }) => {
  const { t } = useTranslation('widgets')
  const { anchor, x, y, pictureFileId } = form[side]
  return (
    <figure className="fy-sketch" data-side={side}>
      <figcaption className="fy-secondary">{t(`sketch.${side}`)}</figcaption>
      <div className="fy-sketch-page">
        <i />
        <i />
        <i />
        {form.style === 'element' ? (
          <span className="fy-sketch-element">{t('sketch.element')}</span>
        ) : (
          <div
            className="fy-sketch-spot"
            data-anchor={anchor}
            style={{ '--x': `${Number(x) || 0}px`, '--y': `${Number(y) || 0}px` } as CSSProperties}
          >
            <EntryPreview
              style={form.style}
              color={form.color}
              title={form.title}
              text={form.text}
              iconSize={Number(form.iconSize) || 56}
              avatarFileId={form.avatarFileId}
              pictureFileId={pictureFileId ?? form.web.pictureFileId}
            />
          </div>
        )}
      </div>
    </figure>
  )
}
