import { useTranslation } from 'react-i18next'

import { CompletionList } from '../../ui/index.ts'
import { useKeyLabels } from '../actions/index.ts'
import type { Slash } from './useSlash.ts'

/** What fits behind a typed "/". */
export const SlashList = ({
  id,
  slash: { found, active, choose },
}: {
  readonly id: string
  readonly slash: Slash
}) => {
  const { t } = useTranslation('composer')
  const keyLabelOf = useKeyLabels()
  return (
    <CompletionList
      id={id}
      label={t('commands')}
      items={found}
      keyOf={({ name }) => name}
      active={active}
      onChoose={choose}
      line={({ name, text }) => (
        <>
          <span className="fy-cut">{text}</span>
          <span className="fy-secondary">{keyLabelOf(name)}</span>
        </>
      )}
    />
  )
}
