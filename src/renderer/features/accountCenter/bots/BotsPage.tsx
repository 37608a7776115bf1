import { Bot as BotIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { BOT_LIMITS, type Bot } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button, Dialog, EmptyState, ErrorLine, Skeleton } from '../../../ui/index.ts'
import { useSave } from '../useSave.ts'
import { BotEditor } from './BotEditor.tsx'

import './bots.css'

/** AC › Reception › Bots. */
export const BotsPage = () => {
  const { t } = useTranslation('bots')
  const bots = useQuery('organization.get', {})?.bots
  /** Null: a new one; undefined: none is open. */
  const [open, setOpen] = useState<Bot | null | undefined>()
  const [removing, setRemoving] = useState<Bot | null>(null)
  return (
    <section aria-labelledby="bots-title">
      <header className="fy-center-head">
        <div>
          <h2 id="bots-title">{t('title')}</h2>
          <p>{t('about')}</p>
        </div>
        <span className="fy-grow" />
        <Button
          kind="primary"
          disabled={!bots || bots.length >= BOT_LIMITS.bots}
          onClick={() => {
            setOpen(null)
          }}
        >
          {t('new')}
        </Button>
      </header>
      {!bots ? <Skeleton rows={4} rowHeight={44} /> : null}
      {bots?.length === 0 ? <EmptyState icon={BotIcon} title={t('none')} hint={t('noneHint')} /> : null}
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
        <RemoveBot
          bot={removing}
          onClose={() => {
            setRemoving(null)
          }}
        />
      ) : null}
    </section>
  )
}

const RemoveBot = ({ bot, onClose }: { readonly bot: Bot; readonly onClose: () => void }) => {
  const { t } = useTranslation('bots')
  const { busy, failure, attempt } = useSave()
  const run = useRun()
  return (
    <Dialog
      title={t('removeNamed', { name: bot.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="danger"
            disabled={busy}
            onClick={() => {
              void attempt(run('bot.remove', { id: bot.id, version: bot.version })).then((done) => {
                if (done) onClose()
              })
            }}
          >
            {t('remove')}
          </Button>
        </>
      }
    >
      <p>{t('removeAbout')}</p>
      {failure ? <ErrorLine text={failure} /> : null}
    </Dialog>
  )
}
