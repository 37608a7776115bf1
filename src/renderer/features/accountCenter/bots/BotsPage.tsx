import { Bot as BotIcon } from 'lucide-react'

import { BOT_LIMITS, type Bot } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { namedIn } from '../namedIn.ts'
import { NamedListPage } from '../NamedListPage.tsx'
import { RemoveDialog } from '../RemoveDialog.tsx'
import { useOpened } from '../useOpened.ts'
import { BotEditor } from './BotEditor.tsx'

import './bots.css'

/** AC › Reception › Bots. */
export const BotsPage = () => {
  const { t } = useTranslation('bots')
  const run = useRun()
  const organization = useQuery('organization.get', {})
  const addresses = useQuery('bot.addresses', {})?.addresses
  // Until the addresses are there nothing can be edited: a cache holds their beginnings only.
  const bots = addresses && organization?.bots.map((bot) => withAddress(bot, addresses[bot.id]))
  const { what, row, open, close } = useOpened<'edit' | 'remove', Bot>(bots)
  return (
    <NamedListPage
      title={t('title')}
      about={t('about')}
      rows={bots}
      most={BOT_LIMITS.bots}
      createText={t('new')}
      onCreate={() => {
        open('edit')
      }}
      empty={{ icon: BotIcon, title: t('none'), hint: t('noneHint') }}
      columns={[
        { title: t('name'), cell: ({ name }) => name, isName: true },
        { title: t('kind'), cell: ({ webhook }) => t(webhook ? 'kinds.webhook' : 'kinds.menu') },
        {
          title: t('knows'),
          cell: ({ webhook, menu, entries }) =>
            webhook ? '' : t('counts', { menu: menu.length, entries: entries.length }),
        },
        { title: t('state'), cell: ({ on }) => t(on ? 'on' : 'off') },
      ]}
      actions={[
        { what: 'edit', text: t('edit'), labelOf: ({ name }) => t('editNamed', { name }) },
        { what: 'remove', text: t('remove'), labelOf: ({ name }) => t('removeNamed', { name }) },
      ]}
      onAction={open}
    >
      {what === 'edit' ? <BotEditor bot={row} onClose={close} /> : null}
      {what === 'remove' && row ? (
        <RemoveDialog
          title={t('removeNamed', { name: row.name })}
          about={t('removeAbout')}
          verb={t('remove')}
          uses={namedIn(organization, { kind: 'bot', botId: row.id })}
          remove={async () => run('bot.remove', { id: row.id, version: row.version })}
          onClose={close}
        />
      ) : null}
    </NamedListPage>
  )
}

const withAddress = (bot: Bot, url: string | undefined): Bot =>
  bot.webhook && url !== undefined ? { ...bot, webhook: { url } } : bot
