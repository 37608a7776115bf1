import { useTranslation } from '../../translation/index.ts'
import { RelativeTime } from '../../ui/index.ts'

/** Says how old an answer is while the server cannot be asked (R-03-121). */
export const KeptLine = ({ keptAt }: { readonly keptAt: number | null }) => {
  const { t } = useTranslation('customer')
  if (keptAt === null) return null
  return (
    <p className="fy-kept fy-secondary" role="status">
      {t('kept')} <RelativeTime at={keptAt} />
    </p>
  )
}
