import { SendHorizontal } from 'lucide-react'

import { TEXT_LIMIT } from '../../../protocol/model/limits.ts'
import { useConnection } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'

export interface ComposerFootProps {
  /** Somebody outside the company reads it (R-03-077). */
  readonly outside: boolean
  /** Of the text; 0 as long as it is not counted, so that a key renders nothing of this. */
  readonly length: number
  readonly locked: boolean
  readonly empty: boolean
  readonly sendKey: string
  /** In so many messages the text would go; it is too long for one. */
  readonly parts: number
  readonly onSplit: () => void
}

/** From this share of the limit on it is counted (R-03-090). */
export const COUNTED_FROM = TEXT_LIMIT * 0.9

/** What holds for sending now, how long the text is, and the button; a text that is too long can go in parts. */
export const ComposerFoot = ({
  outside,
  length,
  locked,
  empty,
  sendKey,
  parts,
  onSplit,
}: ComposerFootProps) => {
  const { t, language } = useTranslation('composer')
  const offline = useConnection() === 'offline'
  const tooLong = length > TEXT_LIMIT
  return (
    <div className="fy-composer-foot">
      {outside ? <span className="fy-secondary">{t('outside')}</span> : null}
      {offline ? <span className="fy-secondary">{t('offline')}</span> : null}
      <span className="fy-grow" />
      {length >= COUNTED_FROM ? (
        <span className="fy-composer-count fy-digits" data-over={tooLong || undefined} role="status">
          {t('count', {
            used: length.toLocaleString(language),
            limit: TEXT_LIMIT.toLocaleString(language),
          })}
        </span>
      ) : null}
      {tooLong ? (
        <Button disabled={locked} onClick={onSplit}>
          {t('split', { count: parts })}
        </Button>
      ) : null}
      <Button
        kind="primary"
        type="submit"
        disabled={locked || tooLong || empty}
        title={sendKey}
        aria-describedby={locked ? 'fy-composer-lock' : undefined}
      >
        <SendHorizontal aria-hidden="true" />
        {t('send')}
      </Button>
    </div>
  )
}
