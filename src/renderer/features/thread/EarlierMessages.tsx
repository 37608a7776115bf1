import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { runAction, useIsPossible } from '../actions/index.ts'

/** Beside the line with which a customer was given on: what was said with them before, also by others (R-03-082). */
export const EarlierMessages = () => {
  const { t } = useTranslation('thread')
  const possible = useIsPossible('history')
  return possible ? (
    <Button
      onClick={() => {
        runAction('history')
      }}
    >
      {t('viewEarlier')}
    </Button>
  ) : null
}
