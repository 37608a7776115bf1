import { Plus, Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { GroupId, ReceptionGroup } from '../../../../protocol/model/index.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useErrorText } from '../../../i18n/index.ts'
import { Button, Dialog, EmptyState, ErrorLine } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { GroupEditor } from './GroupEditor.tsx'

/** AC › Reception › Reception groups. */
export const GroupsPage = () => {
  const { t } = useTranslation('accountCenter')
  const organization = useQuery('organization.get', {})
  const [editing, setEditing] = useState<GroupId | 'new' | null>(null)
  const [removing, setRemoving] = useState<ReceptionGroup | null>(null)
  const groups = organization?.groups
  const edited = groups?.find(({ id }) => id === editing) ?? null
  const create = (
    <Button
      kind="primary"
      onClick={() => {
        setEditing('new')
      }}
    >
      <Plus aria-hidden="true" />
      {t('groups.new')}
    </Button>
  )
  return (
    <CenterPage title={t('names.reception/groups')} about={t('groups.about')} actions={create}>
      {!groups ? (
        <PageSkeleton rows={4} />
      ) : groups.length === 0 ? (
        <EmptyState icon={Users} title={t('groups.empty')} hint={t('groups.about')}>
          {create}
        </EmptyState>
      ) : (
        <table className="fy-center-table">
          <thead>
            <tr>
              <th scope="col">{t('groups.name')}</th>
              <th scope="col">{t('groups.members')}</th>
              <th scope="col">{t('groups.policy')}</th>
              <th scope="col">{t('groups.ownerFirst')}</th>
              <th scope="col">{t('groups.late')}</th>
              <th scope="col">
                <span className="fy-hidden">{t('groups.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <GroupLine
                key={group.id}
                group={group}
                onEdit={() => {
                  setEditing(group.id)
                }}
                onRemove={() => {
                  setRemoving(group)
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      {editing !== null && organization && (editing === 'new' || edited) ? (
        <GroupEditor
          group={edited}
          agents={organization.agents}
          onClose={() => {
            setEditing(null)
          }}
        />
      ) : null}
      {removing ? (
        <RemoveDialog
          group={removing}
          onClose={() => {
            setRemoving(null)
          }}
        />
      ) : null}
    </CenterPage>
  )
}

interface GroupLineProps {
  readonly group: ReceptionGroup
  readonly onEdit: () => void
  readonly onRemove: () => void
}

const GroupLine = ({ group, onEdit, onRemove }: GroupLineProps) => {
  const { t } = useTranslation('accountCenter')
  return (
    <tr>
      <th scope="row">{group.name}</th>
      <td className="fy-digits">{group.memberIds.length}</td>
      <td>{group.policy ? t(`groups.policies.${group.policy}`) : t('groups.companyPolicy')}</td>
      <td>{group.ownerFirst ? t('groups.yes') : t('groups.no')}</td>
      <td>
        {group.timeoutTransfer
          ? t('groups.lateAfter', { count: group.timeoutTransfer.minutes })
          : t('groups.no')}
      </td>
      <td>
        <div className="fy-center-actions">
          <Button kind="quiet" aria-label={t('groups.editNamed', { name: group.name })} onClick={onEdit}>
            {t('groups.edit')}
          </Button>
          {group.main ? null : (
            <Button
              kind="quiet"
              aria-label={t('groups.removeNamed', { name: group.name })}
              onClick={onRemove}
            >
              {t('groups.remove')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}

const RemoveDialog = ({
  group,
  onClose,
}: {
  readonly group: ReceptionGroup
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('accountCenter')
  const run = useRun()
  const errorText = useErrorText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const remove = async (): Promise<void> => {
    setBusy(true)
    const answer = await run('group.remove', { id: group.id, version: group.version })
    setBusy(false)
    if (answer.ok) onClose()
    else setFailure(errorText(answer.code, answer.details))
  }
  return (
    <Dialog
      title={t('groups.removeNamed', { name: group.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="danger"
            disabled={busy}
            onClick={() => {
              void remove()
            }}
          >
            {t('groups.remove')}
          </Button>
        </>
      }
    >
      <p>{t('groups.removeAsk')}</p>
      {failure ? <ErrorLine text={failure} /> : null}
    </Dialog>
  )
}
