import type { OrganizationView } from '../../../../client/api.ts'
import type { Agent } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button } from '../../../ui/index.ts'
import { NamedTable } from '../NamedTable.tsx'
import { useOpened } from '../useOpened.ts'
import { CapacityDialog } from './CapacityDialog.tsx'

/** Agents with a capacity of their own, beside the one for everybody (R-02-066). */
export const CapacityTable = ({ organization }: { readonly organization: OrganizationView }) => {
  const { t } = useTranslation('accountCenter')
  const own = organization.agents.filter(({ capacity, disabled }) => capacity !== null && !disabled)
  const { what, row, open, close } = useOpened<'edit', Agent>(own)
  return (
    <section className="fy-center-part" aria-labelledby="capacities-title">
      <header className="fy-center-head">
        <h3 id="capacities-title">{t('capacities.title')}</h3>
        <span className="fy-grow" />
        <Button
          onClick={() => {
            open('edit')
          }}
        >
          {t('capacities.add')}
        </Button>
      </header>
      {own.length === 0 ? (
        <p className="fy-secondary">
          {t('capacities.none', { capacity: organization.organization.capacity })}
        </p>
      ) : (
        <NamedTable
          rows={own}
          columns={[
            { title: t('capacities.agent'), cell: ({ name }) => name, isName: true },
            {
              title: t('capacities.capacity'),
              cell: ({ capacity }) => capacity,
              className: 'fy-digits',
            },
          ]}
          actions={[
            { what: 'edit', text: t('edit'), labelOf: ({ name }) => t('groups.editNamed', { name }) },
          ]}
          onAction={open}
        />
      )}
      {what === 'edit' ? (
        <CapacityDialog organization={organization} agentId={row?.id ?? null} onClose={close} />
      ) : null}
    </section>
  )
}
