import { useTranslation } from '../translation/index.ts'
import { useSizes } from './sizes.ts'

export interface SkeletonProps {
  readonly rows: number
  /** At a text size of 100 %: the height of what comes, so that nothing jumps then. */
  readonly rowHeight: number
  readonly avatar?: boolean
}

/** Rows in the shape of what is being loaded: nothing at first, bones after 0.1 s, words after 2 s. */
export const Skeleton = ({ rows, rowHeight, avatar = false }: SkeletonProps) => {
  const { t } = useTranslation('common')
  const { scale } = useSizes()
  return (
    <div role="status" aria-label={t('loading')}>
      <div className="fy-skeleton" aria-hidden="true">
        {Array.from({ length: rows }, (_, index) => (
          <div
            key={index}
            style={{
              display: 'flex',
              alignItems: 'center',
              gap: 12,
              height: rowHeight * scale,
              padding: '0 12px',
            }}
          >
            {avatar ? (
              <span className="fy-bone" style={{ width: 36, height: 36, borderRadius: 10, flex: 'none' }} />
            ) : null}
            <span style={{ flex: 1, display: 'grid', gap: 8 }}>
              <span className="fy-bone" style={{ height: 10, width: `${40 + ((index * 17) % 30)}%` }} />
              {rowHeight >= 48 ? (
                <span className="fy-bone" style={{ height: 8, width: `${60 + ((index * 23) % 35)}%` }} />
              ) : null}
            </span>
          </div>
        ))}
      </div>
      <p className="fy-patience">{t('stillLoading')}</p>
    </div>
  )
}
