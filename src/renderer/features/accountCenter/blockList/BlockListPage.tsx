import { Ban } from 'lucide-react'
import { useState } from 'react'

import type { CompanyBlock } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useCustomerName, useErrorText } from '../../../i18n/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import {
  dueTime,
  EmptyState,
  ErrorLine,
  fullTime,
  RelativeTime,
  SearchField,
  serverNow,
  useLanguage,
} from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { NamedTable } from '../NamedTable.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'

import './blockList.css'

/** AC › Reception › Block list: whom the company blocked, why, until when and by whom; and the way back (R-15-042). */
export const BlockListPage = () => {
  const { t } = useTranslation('accountCenter')
  const run = useRun()
  const errorText = useErrorText()
  const language = useLanguage()
  const nameOf = useCustomerName()
  const list = useQuery('block-entries.company', {})
  const agents = useQuery('organization.get', {})?.agents ?? []
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const rows = list?.entries.map((block) => ({
    ...block,
    id: block.customerId,
    called: nameOf(block.name, block.number),
    by: agents.find(({ id }) => id === block.byId)?.name ?? '',
  }))
  const found = rows?.filter((row) => isFound(row, text))
  return (
    <CenterPage title={t('names.reception/block-list')} about={t('blockList.about')}>
      <div className="fy-block-page">
        <SearchField label={t('blockList.search')} value={text} onChange={setText} />
        {!rows || !found ? (
          <PageSkeleton rows={4} />
        ) : rows.length === 0 ? (
          <EmptyState icon={Ban} title={t('blockList.empty')} hint={t('blockList.emptyHint')} />
        ) : found.length === 0 ? (
          <p className="fy-secondary">{t('blockList.nothing', { text })}</p>
        ) : (
          <NamedTable
            rows={found}
            columns={[
              { title: t('blockList.who'), cell: ({ called }) => called, isName: true },
              { title: t('blockList.reason'), cell: ({ reason }) => reason },
              { title: t('blockList.since'), cell: ({ at }) => <RelativeTime at={at} /> },
              {
                title: t('blockList.until'),
                cell: ({ until }) =>
                  until === null ? (
                    t('blockList.ever')
                  ) : (
                    <time dateTime={new Date(until).toISOString()} title={fullTime(until, language)}>
                      {dueTime(until, serverNow(), language)}
                    </time>
                  ),
              },
              { title: t('blockList.by'), cell: ({ by }) => by },
            ]}
            actions={[
              {
                what: 'unblock',
                text: t('blockList.unblock'),
                labelOf: ({ called }) => t('blockList.unblockNamed', { name: called }),
              },
            ]}
            onAction={(_what, { customerId }) => {
              void run('customer.unblock', { customerId }).then((answer) => {
                setFailure(answer.ok ? null : errorText(answer.code, answer.details))
              })
            }}
          />
        )}
        {failure ? <ErrorLine text={failure} /> : null}
      </div>
    </CenterPage>
  )
}

/** By what stands in the row: who it is, why, or who did it. */
const isFound = (
  { called, reason, by }: Pick<CompanyBlock, 'reason'> & { readonly called: string; readonly by: string },
  text: string,
): boolean => {
  const wanted = text.trim().toLocaleLowerCase()
  return [called, reason, by].some((part) => part.toLocaleLowerCase().includes(wanted))
}
