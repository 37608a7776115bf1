import { Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { IconButton, Segments } from '../../ui/index.ts'
import { COLORS, TOOLS } from './marks.ts'
import type { DrawingTools } from './useDrawing.ts'

/** Written onto a picture in one line. */
const TEXT_LIMIT = 80

/** What is drawn with, in which colour, and what is written; the last step can be taken back. */
export const Tools = ({ tools }: { readonly tools: DrawingTools }) => {
  const { t } = useTranslation('screenshot')
  const { tool, choose, color, paintWith, text, write, spot, settle, undo } = tools
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (spot) field.current?.focus()
  }, [spot])
  return (
    <div className="fy-shot-tools">
      <Segments
        label={t('tool')}
        value={tool}
        options={TOOLS.map((one) => [one, t(`tools.${one}`)])}
        onChange={choose}
      />
      {tool === 'area' || tool === 'mosaic' ? null : (
        <select
          aria-label={t('color')}
          value={color}
          onChange={({ target }) => {
            paintWith(COLORS.find((one) => one === target.value) ?? color)
          }}
        >
          {COLORS.map((one) => (
            <option key={one} value={one}>
              {t(`colors.${one}`)}
            </option>
          ))}
        </select>
      )}
      {tool === 'text' ? (
        <input
          ref={field}
          aria-label={t('text')}
          placeholder={t('textHint')}
          maxLength={TEXT_LIMIT}
          value={text}
          onChange={({ target }) => {
            write(target.value)
          }}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === 'Enter' && !nativeEvent.isComposing) settle()
          }}
        />
      ) : null}
      <IconButton label={t('undo')} disabled={undo === null} onClick={() => undo?.()}>
        <Undo2 />
      </IconButton>
      <span className="fy-secondary">{t(`hints.${tool}`)}</span>
    </div>
  )
}
