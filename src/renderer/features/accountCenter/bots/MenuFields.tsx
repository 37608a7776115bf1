import { Plus, X } from 'lucide-react'

import { BOT_LIMITS, type BotMenuEntry } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, IconButton } from '../../../ui/index.ts'

export interface MenuFieldsProps {
  readonly menu: readonly BotMenuEntry[]
  readonly onChange: (menu: BotMenuEntry[]) => void
}

/** The buttons below the bot's greeting, each with its answer. */
export const MenuFields = ({ menu, onChange }: MenuFieldsProps) => {
  const { t } = useTranslation('bots')
  const replace = (index: number, more: Partial<BotMenuEntry>): void => {
    onChange(menu.map((entry, at) => (at === index ? { ...entry, ...more } : entry)))
  }
  return (
    <fieldset className="fy-bot-entries">
      <legend>{t('menu')}</legend>
      {menu.map(({ title, answer }, index) => (
        <div key={index}>
          <input
            value={title}
            maxLength={BOT_LIMITS.menuTitle}
            aria-label={t('menuTitle', { number: index + 1 })}
            placeholder={t('menuTitle', { number: index + 1 })}
            onChange={({ target: { value } }) => {
              replace(index, { title: value })
            }}
          />
          <textarea
            rows={2}
            value={answer}
            aria-label={t('menuAnswer', { number: index + 1 })}
            placeholder={t('answer')}
            onChange={({ target: { value } }) => {
              replace(index, { answer: value })
            }}
          />
          <IconButton
            label={t('menuRemove', { number: index + 1 })}
            onClick={() => {
              onChange(menu.filter((_entry, at) => at !== index))
            }}
          >
            <X />
          </IconButton>
        </div>
      ))}
      <Button
        kind="quiet"
        disabled={menu.length >= BOT_LIMITS.menu}
        onClick={() => {
          onChange([...menu, { title: '', answer: '' }])
        }}
      >
        <Plus aria-hidden="true" />
        {t('menuAdd')}
      </Button>
    </fieldset>
  )
}
