import type { Rating } from '../../../protocol/model/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { plainLine } from '../../ui/index.ts'

/** A rating in one line, without its free text: ★★★★☆ 4 stars · fast · problem solved. */
export const useRatingText = (): ((rating: Rating) => string) => {
  const { t } = useTranslation('thread')
  return ({ stars, tags, solved }) =>
    [
      `${'★'.repeat(stars)}${'☆'.repeat(5 - stars)} ${t('rating.stars', { count: stars })}`,
      ...tags.map(plainLine),
      ...(solved ? [t(`rating.solved.${solved}`)] : []),
    ].join(' · ')
}
