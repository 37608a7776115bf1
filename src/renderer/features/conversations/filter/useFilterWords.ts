import { Channel, CustomerType, Ownership } from '../../../../protocol/model/index.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { useLanguage } from '../../../ui/index.ts'
import { useStages } from '../../customer/index.ts'
import type { FilterField } from '../filters.ts'
import { useMarks } from '../marks/useMarks.ts'

/** What can be chosen of a field: its values with their words. */
export type FilterOptions = Readonly<Record<FilterField, readonly (readonly [value: string, text: string])[]>>

export const useFilterOptions = (): FilterOptions => {
  const { t } = useTranslation(['conversations', 'thread'])
  const marks = useMarks()
  const organization = useQuery('organization.get', {})
  const languages = useQuery('conversations.languages', {}) ?? []
  const stages = useStages(organization)
  const names = new Intl.DisplayNames([useLanguage()], { type: 'language', fallback: 'code' })
  return {
    marks: [...marks.values()].map(({ id, name }) => [id, name]),
    types: CustomerType.options.map((type) => [type, t(`filter.types.${type}`)]),
    stageIds: stages,
    tagIds: organization?.tags.map(({ id, name }) => [id, name]) ?? [],
    ownership: Ownership.options.map((one) => [one, t(`filter.ownership.${one}`)]),
    channels: Channel.options.map((channel) => [channel, t(`thread:channel.${channel}`)]),
    languages: languages.map((language) => [language, languageName(names, language)]),
  }
}

/** Browsers say what they like; what is no language is shown as it came. */
const languageName = (names: Intl.DisplayNames, language: string): string => {
  try {
    return names.of(language) ?? language
  } catch {
    return language
  }
}
