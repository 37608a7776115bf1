import { Download, MessageSquareQuote, Pencil, Plus, Upload } from 'lucide-react'
import { useState } from 'react'

import type { QuickReplyView } from '../../../../client/api.ts'
import { byUse, findReplies } from '../../../../domain/quickReplies/findReplies.ts'
import { QUICK_REPLY_LIMITS } from '../../../../protocol/model/limits.ts'
import { useQuery } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, EmptyState, ErrorLine, plainLine, RelativeTime, Segments } from '../../../ui/index.ts'
import {
  contentLine,
  exportTable,
  ImportDialog,
  ReplyEditor,
  TABLE_FORMATS,
  useLibraries,
} from '../../quickReplies/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { NamedTable } from '../NamedTable.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { useOpened } from '../useOpened.ts'
import { GroupNameDialog } from './GroupNameDialog.tsx'

import './quickRepliesPage.css'

/** AC › Reception › Quick replies: the company's library, and how much it is used by everybody. */
export const QuickRepliesPage = () => {
  const { t } = useTranslation('quickReplies')
  const { remove } = useLibraries()
  const all = useQuery('quick-replies.list', {})
  const usage = useQuery('quick-replies.usage', {})
  const company = all?.filter(({ ownerId }) => ownerId === null).map(usedByAll(usage ?? []))
  const [typed, setTyped] = useState('')
  const [order, setOrder] = useState<'group' | 'use'>('group')
  const [failure, setFailure] = useState<string | null>(null)
  const { what, row, open, close } = useOpened<'edit' | 'import' | 'rename', QuickReplyView>(company)
  const shown = company && findReplies(order === 'use' ? byUse(company) : company, typed)
  const headings = [t('group'), t('titleField'), t('text')]

  return (
    <CenterPage
      title={t('page.title')}
      about={t('page.about')}
      actions={
        <>
          <Button
            onClick={() => {
              open('import')
            }}
          >
            <Upload aria-hidden="true" />
            {t('page.import')}
          </Button>
          {TABLE_FORMATS.map((format) => (
            <Button
              key={format}
              disabled={!company || company.length === 0}
              onClick={() => {
                exportTable(format, t('page.title'), headings, company ?? [])
              }}
            >
              <Download aria-hidden="true" />
              {t('page.export', { format: format.toUpperCase() })}
            </Button>
          ))}
          <Button
            kind="primary"
            disabled={!company || company.length >= QUICK_REPLY_LIMITS.library}
            onClick={() => {
              open('edit')
            }}
          >
            <Plus aria-hidden="true" />
            {t('page.new')}
          </Button>
        </>
      }
    >
      {failure ? <ErrorLine text={failure} /> : null}
      {!company || !shown ? (
        <PageSkeleton rows={6} />
      ) : company.length === 0 ? (
        <EmptyState icon={MessageSquareQuote} title={t('page.none')} hint={t('page.noneHint')} />
      ) : (
        <>
          <div className="fy-center-replies-head">
            <input
              className="fy-field"
              aria-label={t('page.filter')}
              placeholder={t('searchHint')}
              value={typed}
              onChange={({ target: { value } }) => {
                setTyped(value)
              }}
            />
            <Segments
              label={t('page.order')}
              value={order}
              options={[
                ['group', t('page.byGroup')],
                ['use', t('page.byUse')],
              ]}
              onChange={setOrder}
            />
            <span className="fy-grow" />
            <span className="fy-secondary fy-digits">
              {t('page.count', { used: company.length, limit: QUICK_REPLY_LIMITS.library })}
            </span>
          </div>
          <NamedTable
            className="fy-center-replies"
            rows={shown}
            columns={[
              {
                title: t('group'),
                cell: (reply) => (
                  <Button
                    kind="quiet"
                    aria-label={t('page.renameNamed', { name: plainLine(reply.groupName) })}
                    onClick={() => {
                      open('rename', reply)
                    }}
                  >
                    {plainLine(reply.groupName)}
                    <Pencil aria-hidden="true" />
                  </Button>
                ),
              },
              { title: t('titleField'), cell: ({ title }) => plainLine(title), isName: true },
              { title: t('page.text'), cell: contentLine, className: 'fy-center-replies-text' },
              { title: t('page.uses'), cell: ({ uses }) => uses, className: 'fy-digits' },
              {
                title: t('page.lastUsed'),
                cell: ({ lastUsedAt }) =>
                  lastUsedAt === null ? t('page.never') : <RelativeTime at={lastUsedAt} />,
              },
            ]}
            actions={[
              {
                what: 'edit',
                text: t('edit'),
                labelOf: ({ title }) => t('page.editNamed', { name: plainLine(title) }),
              },
              {
                what: 'remove',
                text: t('remove'),
                labelOf: ({ title }) => t('page.removeNamed', { name: plainLine(title) }),
              },
            ]}
            onAction={(action, reply) => {
              if (action === 'edit') open('edit', reply)
              else void remove(reply).then(setFailure)
            }}
          />
        </>
      )}
      {what === 'edit' ? <ReplyEditor reply={row} library="company" fixed onClose={close} /> : null}
      {what === 'import' ? <ImportDialog library="company" onClose={close} /> : null}
      {what === 'rename' && row ? <GroupNameDialog name={row.groupName} onClose={close} /> : null}
    </CenterPage>
  )
}

/** What the list says of uses is one's own; here it is everybody's. */
const usedByAll =
  (usage: readonly { readonly id: string; readonly uses: number; readonly lastUsedAt: number }[]) =>
  (reply: QuickReplyView): QuickReplyView => {
    const used = usage.find(({ id }) => id === reply.id)
    return { ...reply, uses: used?.uses ?? 0, lastUsedAt: used?.lastUsedAt ?? null }
  }
