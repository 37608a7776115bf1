import { Bot as BotIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { BOT_LIMITS, type Bot } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button, EmptyState } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { RemoveDialog } from '../RemoveDialog.tsx'
import { BotEditor } from './BotEditor.tsx'

import './bots.css'

/** AC › Reception › Bots. */
export const BotsPage = () => {
  const { t } = useTranslation('bots')
  const run = useRun()
  const bots = useQuery('organization.get', {})?.bots
  /** Null: a new one; undefined: none is open. */
  const [open, setOpen] = useState<Bot | null | undefined>()
  const [removing, setRemoving] = useState<Bot | null>(null)
  const create = (
    <Button
      kind="primary"
      disabled={!bots || bots.length >= BOT_LIMITS.bots}
      onClick={() => {
        setOpen(null)
      }}
    >
      {t('new')}
    </Button>
  )
  return (
    <CenterPage title={t('title')} about={t('about')} actions={create}>
      {!bots ? <PageSkeleton rows={4} /> : null}
      {bots?.length === 0 ? (
        <EmptyState icon={BotIcon} title={t('none')} hint={t('noneHint')}>
          {create}
        </EmptyState>
      ) : null}
      {bots && bots.length > 0 ? (
        <table className="fy-center-table">
          <thead>
            <tr>
              <th>{t('name')}</th>
              <th>{t('kind')}</th>
              <th>{t('knows')}</th>
              <th>{t('state')}</th>
              <th aria-label={t('actions')} />
            </tr>
          </thead>
          <tbody>
            {bots.map((bot) => (
              <tr key={bot.id}>
                <th scope="row">{bot.name}</th>
                <td>{t(bot.webhook ? 'kinds.webhook' : 'kinds.menu')}</td>
                <td>
                  {bot.webhook ? '' : t('counts', { menu: bot.menu.length, entries: bot.entries.length })}
                </td>
                <td>{t(bot.on ? 'on' : 'off')}</td>
                <td>
                  <div className="fy-center-actions">
                    <Button
                      kind="quiet"
                      aria-label={t('editNamed', { name: bot.name })}
                      onClick={() => {
                        setOpen(bot)
                      }}
                    >
                      {t('edit')}
                    </Button>
                    <Button
                      kind="quiet"
                      aria-label={t('removeNamed', { name: bot.name })}
                      onClick={() => {
                        setRemoving(bot)
                      }}
                    >
                      {t('remove')}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {open === undefined ? null : (
        <BotEditor
          bot={open}
          onClose={() => {
            setOpen(undefined)
          }}
        />
      )}
      {removing ? (
        <RemoveDialog
          title={t('removeNamed', { name: removing.name })}
          about={t('removeAbout')}
          verb={t('remove')}
          remove={async () => run('bot.remove', { id: removing.id, version: removing.version })}
          onClose={() => {
            setRemoving(null)
          }}
        />
      ) : null}
    </CenterPage>
  )
}
