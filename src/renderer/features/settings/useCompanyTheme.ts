import type { CompanyTheme } from '../../../protocol/model/index.ts'
import { useQuery } from '../../core/index.ts'

/** The company theme that agents may have: undefined while it is being read; null: there is none, or nobody is signed in. */
export const useCompanyTheme = (): CompanyTheme | null | undefined => {
  const theme = useQuery('company-theme.get', {})
  return theme?.use === 'off' ? null : theme
}
