import type { OrganizationView } from '../../../client/api.ts'
import { textIn } from '../../../protocol/companyTexts.ts'
import { FIRST_STAGE, WON_STAGE } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { useLanguage } from '../../ui/index.ts'

/** The stages a customer can be in, in order, as they are called here (R-05-076). */
export const useStages = (
  organization: OrganizationView | null | undefined,
): readonly (readonly [id: string, name: string])[] => {
  const { t } = useTranslation('customer')
  const language = useLanguage()
  const own = organization?.organization.language ?? language
  const between = organization?.customerSettings.stages ?? []
  return [
    [FIRST_STAGE, t('stages.first')],
    ...between.map(({ id, name }) => [id, textIn(name, language, own)] as const),
    [WON_STAGE, t('stages.won')],
  ]
}
