import { Waypoints } from 'lucide-react'

import { ROUTER_LIMITS, type CustomRouter, type RouterHealth } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { clockTime, useLanguage } from '../../../ui/index.ts'
import { namedIn } from '../namedIn.ts'
import { NamedListPage } from '../NamedListPage.tsx'
import { RemoveDialog } from '../RemoveDialog.tsx'
import { useOpened } from '../useOpened.ts'
import { RouterEditor } from './RouterEditor.tsx'
import { RouterTry } from './RouterTry.tsx'

import './routers.css'

/** AC › Reception › Custom routers. */
export const RoutersPage = () => {
  const { t } = useTranslation('routers')
  const organization = useQuery('organization.get', {})
  const health = useQuery('router.health', {})?.routers ?? []
  const run = useRun()
  const addresses = useQuery('router.addresses', {})?.addresses
  // Until the addresses are there nothing can be edited: a cache holds their beginnings only.
  const routers =
    addresses && organization?.routers.map((row) => ({ ...row, url: addresses[row.id] ?? row.url }))
  const { what, row, open, close } = useOpened<'try' | 'edit' | 'remove', CustomRouter>(routers)
  const entriesOf = (router: CustomRouter): number =>
    organization?.widgets.filter(({ routerId }) => routerId === router.id).length ?? 0
  return (
    <NamedListPage
      title={t('title')}
      about={t('about')}
      rows={routers}
      most={ROUTER_LIMITS.routers}
      createText={t('new')}
      onCreate={() => {
        open('edit')
      }}
      empty={{ icon: Waypoints, title: t('none'), hint: t('noneHint') }}
      columns={[
        { title: t('name'), cell: ({ name }) => name, isName: true },
        { title: t('url'), cell: ({ url }) => new URL(url).host, className: 'fy-router-address' },
        { title: t('entries'), cell: entriesOf, className: 'fy-digits' },
        {
          title: t('state'),
          cell: ({ id, on }) =>
            on ? <Health health={health.find(({ routerId }) => routerId === id)} /> : t('off'),
        },
      ]}
      actions={[
        { what: 'try', text: t('try'), labelOf: ({ name }) => t('tryNamed', { name }) },
        { what: 'edit', text: t('edit'), labelOf: ({ name }) => t('editNamed', { name }) },
        { what: 'remove', text: t('remove'), labelOf: ({ name }) => t('removeNamed', { name }) },
      ]}
      onAction={open}
    >
      {what === 'edit' ? <RouterEditor router={row} onClose={close} /> : null}
      {what === 'try' && row && organization ? (
        <RouterTry router={row} organization={organization} onClose={close} />
      ) : null}
      {what === 'remove' && row ? (
        <RemoveDialog
          title={t('removeNamed', { name: row.name })}
          about={t('removeAbout')}
          verb={t('remove')}
          uses={namedIn(organization, { kind: 'router', routerId: row.id })}
          remove={async () => run('router.remove', { id: row.id, version: row.version })}
          onClose={close}
        />
      ) : null}
    </NamedListPage>
  )
}

/** How it has done lately: asked, failed, or left alone for a while because it failed too often (R-16-105). */
const Health = ({ health }: { readonly health: RouterHealth | undefined }) => {
  const { t } = useTranslation('routers')
  const language = useLanguage()
  if (!health) return t('on')
  const { asked, failed, lastProblem, restsUntil } = health
  if (restsUntil !== null) {
    const problem = t(`problems.${lastProblem ?? 'silent'}`)
    return (
      <span className="fy-router-rests">
        {t('rests', { time: clockTime(restsUntil, language), problem })}
      </span>
    )
  }
  return asked === 0 ? t('on') : t('lately', { asked, failed })
}
