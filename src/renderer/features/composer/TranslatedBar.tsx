import { Languages } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, useLanguage } from '../../ui/index.ts'
import type { DraftTranslation } from './useDraftTranslation.ts'

/** Beside a translation that waits to be sent: what was written, and the way back; or that it is on its way, or why it failed. */
export const TranslatedBar = ({
  busy,
  problem,
  before,
  cancel,
  undo,
}: Pick<DraftTranslation, 'busy' | 'problem' | 'before' | 'cancel' | 'undo'>) => {
  const { t } = useTranslation(['composer', 'common'])
  const language = useLanguage()
  return (
    <>
      <div className="fy-translated-said">
        <div role="status">
          {busy ? <p className="fy-translated-state">{t('translate.working')}</p> : null}
          {before && !busy ? (
            <p className="fy-translated-state">
              <Languages aria-hidden="true" />{' '}
              {t('translate.done', { language: nameOf(before.language, language) })}
            </p>
          ) : null}
        </div>
        {busy ? (
          <button type="button" className="fy-link-button" onClick={cancel}>
            {t('common:cancel')}
          </button>
        ) : null}
      </div>
      {before ? (
        <div className="fy-translated">
          <div
            className="fy-translated-text"
            role="region"
            aria-label={t('translate.original')}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
            tabIndex={0}
          >
            <bdi>{before.original}</bdi>
          </div>
          <Button kind="quiet" onClick={undo}>
            {t('translate.undo')}
          </Button>
        </div>
      ) : null}
      {problem === null ? null : <ErrorLine text={problem} />}
    </>
  )
}

/** A code that nobody knows stays one. */
const nameOf = (code: string, language: string): string => {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
