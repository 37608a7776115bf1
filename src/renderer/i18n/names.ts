import { useTranslation } from 'react-i18next'

import { plainLine } from '../ui/index.ts'

/** How a customer is called: the name, else "Visitor 1024". */
export const useCustomerName = (): ((name: string, number: number) => string) => {
  const { t } = useTranslation('common')
  return (name, number) => plainLine(name) || t('visitor', { number })
}
