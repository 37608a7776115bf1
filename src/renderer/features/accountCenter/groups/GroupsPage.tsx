import { Users } from 'lucide-react'

import type { ReceptionGroup } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { namedIn } from '../namedIn.ts'
import { NamedListPage } from '../NamedListPage.tsx'
import { RemoveDialog } from '../RemoveDialog.tsx'
import { useOpened } from '../useOpened.ts'
import { GroupEditor } from './GroupEditor.tsx'

/** AC › Reception › Reception groups. */
export const GroupsPage = () => {
  const { t } = useTranslation('accountCenter')
  const run = useRun()
  const organization = useQuery('organization.get', {})
  const groups = organization?.groups
  const { what, row, open, close } = useOpened<'edit' | 'remove', ReceptionGroup>(groups)
  return (
    <NamedListPage
      title={t('names.reception/groups')}
      about={t('groups.about')}
      rows={groups}
      createText={t('groups.new')}
      onCreate={() => {
        open('edit')
      }}
      empty={{ icon: Users, title: t('groups.empty'), hint: t('groups.about') }}
      columns={[
        { title: t('groups.name'), cell: ({ name }) => name, isName: true },
        { title: t('groups.members'), cell: ({ memberIds }) => memberIds.length, className: 'fy-digits' },
        {
          title: t('groups.policy'),
          cell: ({ policy }) => (policy ? t(`groups.policies.${policy}`) : t('groups.companyPolicy')),
        },
        {
          title: t('groups.ownerFirst'),
          cell: ({ ownerFirst }) => (ownerFirst ? t('groups.yes') : t('groups.no')),
        },
        {
          title: t('groups.late'),
          cell: ({ timeoutTransfer }) =>
            timeoutTransfer ? t('groups.lateAfter', { count: timeoutTransfer.minutes }) : t('groups.no'),
        },
      ]}
      actions={[
        { what: 'edit', text: t('edit'), labelOf: ({ name }) => t('groups.editNamed', { name }) },
        {
          what: 'remove',
          text: t('remove'),
          labelOf: ({ name }) => t('groups.removeNamed', { name }),
          isFor: ({ main }) => !main,
        },
      ]}
      onAction={open}
    >
      {what === 'edit' && organization ? (
        <GroupEditor group={row} agents={organization.agents} onClose={close} />
      ) : null}
      {what === 'remove' && row ? (
        <RemoveDialog
          title={t('groups.removeNamed', { name: row.name })}
          about={t('groups.removeAsk')}
          verb={t('remove')}
          uses={namedIn(organization, { kind: 'group', groupId: row.id })}
          remove={async () => run('group.remove', { id: row.id, version: row.version })}
          onClose={close}
        />
      ) : null}
    </NamedListPage>
  )
}
