import { useTranslation } from '../../translation/index.ts'
import { isMacro, type KeyedName } from '../actions/index.ts'
import { useAgentSetting } from '../settings/index.ts'

/** What is called by a key: an action by its words, a macro as its maker calls it. */
export const useKeyedText = (): ((name: KeyedName) => string) => {
  const { t } = useTranslation('actions')
  const { value: macros } = useAgentSetting('macros')
  return (name) =>
    isMacro(name) ? (macros.find(({ id }) => name === `macro:${id}`)?.name ?? '') : t(`names.${name}`)
}
