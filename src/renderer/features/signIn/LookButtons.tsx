import { Languages, Moon, Sun } from 'lucide-react'

import { useTranslation } from '../../translation/index.ts'
import { Button, IconButton } from '../../ui/index.ts'
import { useLook } from '../settings/index.ts'

/** Language and theme, before anybody is signed in. */
export const LookButtons = () => {
  const { t } = useTranslation('signIn')
  const {
    paint: { isDark },
    language,
    choose,
  } = useLook()
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <div className="fy-page-foot">
      <Button
        kind="quiet"
        lang={other}
        onClick={() => {
          choose({ language: other })
        }}
      >
        <Languages aria-hidden="true" />
        {t('otherLanguage')}
      </Button>
      <IconButton
        label={isDark ? t('lightTheme') : t('darkTheme')}
        onClick={() => {
          choose({ theme: isDark ? 'light' : 'dark' })
        }}
      >
        {isDark ? <Sun /> : <Moon />}
      </IconButton>
    </div>
  )
}
