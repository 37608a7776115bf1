/**
 * The page instead of the window's own when that has failed again and again. It uses as little as possible of what may
 * have failed: no library, no core, and of the window's own code only the words and the chosen look.
 */
import './withoutEval.ts'
import { spokenLanguage } from './features/settings/look.ts'
import { firstLook } from './features/settings/lookMemory.ts'
import en from './i18n/locales/en/shell.json' with { type: 'json' }
import zh from './i18n/locales/zh-CN/shell.json' with { type: 'json' }

import './trouble.css'

const look = firstLook()
const { theme } = look
const language = spokenLanguage(look)
const words = language === 'en' ? en : zh

const write = (selector: string, text: string): HTMLElement | null => {
  const element = document.querySelector<HTMLElement>(selector)
  if (element) element.textContent = text
  return element
}

document.documentElement.lang = language
if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme
write('h1', words.trouble.title)
write('p', words.trouble.hint)
write('#restart', words.restart)?.addEventListener('click', () =>
  window.foyer?.tell({ kind: 'window.restart', part: 'window' }),
)
write('#logs', words.logs)?.addEventListener('click', () => window.foyer?.tell({ kind: 'logs.open' }))
