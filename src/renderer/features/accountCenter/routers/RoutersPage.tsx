import { Waypoints } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ROUTER_LIMITS, type CustomRouter, type RouterHealth } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { Button, clockTime, EmptyState, useLanguage } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { RemoveDialog } from '../RemoveDialog.tsx'
import { RouterEditor } from './RouterEditor.tsx'
import { RouterTry } from './RouterTry.tsx'

import './routers.css'

/** AC › Reception › Custom routers. */
export const RoutersPage = () => {
  const { t } = useTranslation('routers')
  const organization = useQuery('organization.get', {})
  const health = useQuery('router.health', {})?.routers ?? []
  const run = useRun()
  const routers = organization?.routers
  /** Null: a new one; undefined: none is open. */
  const [open, setOpen] = useState<CustomRouter | null | undefined>()
  const [trying, setTrying] = useState<CustomRouter | null>(null)
  const [removing, setRemoving] = useState<CustomRouter | null>(null)
  const create = (
    <Button
      kind="primary"
      disabled={!routers || routers.length >= ROUTER_LIMITS.routers}
      onClick={() => {
        setOpen(null)
      }}
    >
      {t('new')}
    </Button>
  )
  return (
    <CenterPage title={t('title')} about={t('about')} actions={create}>
      {!routers ? <PageSkeleton rows={4} /> : null}
      {routers?.length === 0 ? (
        <EmptyState icon={Waypoints} title={t('none')} hint={t('noneHint')}>
          {create}
        </EmptyState>
      ) : null}
      {routers && routers.length > 0 ? (
        <table className="fy-center-table">
          <thead>
            <tr>
              <th>{t('name')}</th>
              <th>{t('url')}</th>
              <th>{t('entries')}</th>
              <th>{t('state')}</th>
              <th aria-label={t('actions')} />
            </tr>
          </thead>
          <tbody>
            {routers.map((router) => (
              <tr key={router.id}>
                <th scope="row">{router.name}</th>
                <td className="fy-router-address">{new URL(router.url).host}</td>
                <td>{organization.widgets.filter(({ routerId }) => routerId === router.id).length}</td>
                <td>
                  {router.on ? (
                    <Health health={health.find((one) => one.routerId === router.id)} />
                  ) : (
                    t('off')
                  )}
                </td>
                <td>
                  <div className="fy-center-actions">
                    <Button
                      kind="quiet"
                      aria-label={t('tryNamed', { name: router.name })}
                      onClick={() => {
                        setTrying(router)
                      }}
                    >
                      {t('try')}
                    </Button>
                    <Button
                      kind="quiet"
                      aria-label={t('editNamed', { name: router.name })}
                      onClick={() => {
                        setOpen(router)
                      }}
                    >
                      {t('edit')}
                    </Button>
                    <Button
                      kind="quiet"
                      aria-label={t('removeNamed', { name: router.name })}
                      onClick={() => {
                        setRemoving(router)
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
        <RouterEditor
          router={open}
          onClose={() => {
            setOpen(undefined)
          }}
        />
      )}
      {trying && organization ? (
        <RouterTry
          router={trying}
          organization={organization}
          onClose={() => {
            setTrying(null)
          }}
        />
      ) : null}
      {removing ? (
        <RemoveDialog
          title={t('removeNamed', { name: removing.name })}
          about={t('removeAbout')}
          verb={t('remove')}
          remove={async () => run('router.remove', { id: removing.id, version: removing.version })}
          onClose={() => {
            setRemoving(null)
          }}
        />
      ) : null}
    </CenterPage>
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
