import { useTranslation } from '../../translation/index.ts'
import { Button } from '../../ui/index.ts'
import { holdersOf, labelOf } from '../actions/index.ts'
import type { HotKeysEditing } from './useHotKeys.ts'
import { useKeyedText } from './useKeyedText.ts'

export interface ConflictProps {
  readonly asking: NonNullable<HotKeysEditing['asking']>
  readonly editing: HotKeysEditing
}

/** Somebody has the key already: whether it is to be taken from there. */
export const Conflict = ({
  asking: { name, combination },
  editing: { choice, take, keep },
}: ConflictProps) => {
  const { t } = useTranslation('actions')
  const textOf = useKeyedText()
  const holders = holdersOf(combination, choice, name).map(textOf).join(' · ')
  return (
    <div className="fy-hot-key-ask" role="alert">
      <span>{t('page.taken', { key: labelOf(combination), name: holders })}</span>
      <Button kind="primary" onClick={take}>
        {t('page.take')}
      </Button>
      <Button onClick={keep}>{t('page.keep')}</Button>
    </div>
  )
}
