import type { NavMenu } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, fullTime, useLanguage } from '../../../ui/index.ts'
import { isSame } from '../isSame.ts'

export interface PublishLineProps {
  readonly menu: NavMenu
  /** The draft is kept as it is shown, and nothing in it is wrong. */
  readonly ready: boolean
  readonly onPublish: () => void
}

/** What customers see now, and the button that shows them the draft. */
export const PublishLine = ({ menu, ready, onPublish }: PublishLineProps) => {
  const { t } = useTranslation('texts')
  const language = useLanguage()
  const { draft, published, publishedAt } = menu
  const current = isSame(draft, published)
  const when = publishedAt === null ? '' : fullTime(publishedAt, language)
  return (
    <div className="fy-nav-publish">
      <p className="fy-secondary" role="status">
        {published === null
          ? t('menu.neverPublished')
          : t(current ? 'menu.publishedAt' : 'menu.draftDiffers', { when })}
      </p>
      <Button kind="primary" disabled={!ready || current} onClick={onPublish}>
        {t('menu.publish')}
      </Button>
    </div>
  )
}
