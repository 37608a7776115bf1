import { ArrowLeft, Lock, TriangleAlert } from 'lucide-react'

import { useQuery } from '../../core/index.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { UndoToasts } from '../actions/index.ts'
import { ThemedPlace } from '../settings/index.ts'
import { ConnectionState } from '../status/index.ts'
import { closeAccountCenter } from './address.ts'
import { CenterNav } from './CenterNav.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import { PAGES, pagesFor } from './pages.ts'
import { OwnLanguage } from './texts/ownLanguage.ts'

import './accountCenter.css'

/** Where a company sets once how it works; one page for each thing, each with its own permission. */
export const AccountCenter = ({ path }: { readonly path: string }) => {
  const { t } = useTranslation('accountCenter')
  const me = useQuery('account.current', {})?.me
  const organization = useQuery('organization.get', {})
  const pages = pagesFor(me)
  const wanted = PAGES.find((page) => page.path === path)
  const open = wanted ?? (path === '' ? pages[0] : undefined)
  const allowed = open !== undefined && pages.includes(open)
  return (
    <div className="fy-center">
      <header className="fy-center-top">
        <button type="button" className="fy-center-back" onClick={closeAccountCenter}>
          <ArrowLeft aria-hidden="true" />
          {t('back')}
        </button>
        <h1 className="fy-cut">{t('title')}</h1>
        <span className="fy-secondary fy-cut">{organization?.organization.name ?? ''}</span>
        <span className="fy-grow" />
        <ConnectionState />
      </header>
      <CenterNav pages={pages} open={open} />
      <main key={open?.path} className="fy-center-page">
        {allowed ? (
          <OwnLanguage value={organization?.organization.language ?? 'zh-CN'}>
            <PageBoundary
              key={open.path}
              failed={(retry) => (
                <EmptyState icon={TriangleAlert} title={t('broken')} hint={t('brokenHint')}>
                  <Button onClick={retry}>{t('retry')}</Button>
                </EmptyState>
              )}
            >
              <open.Page />
            </PageBoundary>
          </OwnLanguage>
        ) : (
          <ThemedPlace>
            <EmptyState
              icon={Lock}
              title={open ? t('noAccess') : t('noPage')}
              hint={
                open
                  ? t('noAccessHint', { permission: t(`permissions.${open.permission}`) })
                  : t('noPageHint')
              }
            />
          </ThemedPlace>
        )}
      </main>
      {me ? <UndoToasts agentId={me.agentId} /> : null}
    </div>
  )
}
