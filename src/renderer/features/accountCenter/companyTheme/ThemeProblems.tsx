import { LEAST_CONTRAST, type ThemeProblem } from '../../../../domain/looks/companyTheme.ts'
import { useTranslation } from '../../../translation/index.ts'
import { ErrorLine } from '../../../ui/index.ts'

/** Which texts cannot be read as the colours stand, each with its figure (R-03-178). */
export const ThemeProblems = ({ problems }: { readonly problems: readonly ThemeProblem[] }) => {
  const { t } = useTranslation('accountCenter')
  return (
    <div className="fy-theme-problems">
      {problems.map(({ mode, text, ground, front, back, ratio }) => (
        <ErrorLine
          key={`${mode} ${text}`}
          text={t('companyTheme.problem', {
            mode: t(`companyTheme.modes.${mode}`),
            text: t(`companyTheme.texts.${text}`),
            ground: t(`companyTheme.grounds.${ground}`),
            front,
            back: back.toLowerCase(),
            ratio,
            least: LEAST_CONTRAST,
          })}
        />
      ))}
    </div>
  )
}
