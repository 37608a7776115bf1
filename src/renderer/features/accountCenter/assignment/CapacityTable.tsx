import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { OrganizationView } from '../../../../client/api.ts'
import type { AgentId } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useErrorText } from '../../../i18n/index.ts'
import { Button, Dialog, ErrorLine, Field } from '../../../ui/index.ts'
import { MemberPicker } from '../MemberPicker.tsx'
import { isFigure } from './form.ts'

/** Agents with a capacity of their own, beside the one for everybody (R-02-066). */
export const CapacityTable = ({ organization }: { readonly organization: OrganizationView }) => {
  const { t } = useTranslation('accountCenter')
  const [editing, setEditing] = useState<readonly AgentId[] | null>(null)
  const own = organization.agents.filter(({ capacity, disabled }) => capacity !== null && !disabled)
  return (
    <section className="fy-center-part" aria-labelledby="capacities-title">
      <header className="fy-center-head">
        <h3 id="capacities-title">{t('capacities.title')}</h3>
        <span className="fy-grow" />
        <Button
          onClick={() => {
            setEditing([])
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
        <table className="fy-center-table">
          <thead>
            <tr>
              <th scope="col">{t('capacities.agent')}</th>
              <th scope="col">{t('capacities.capacity')}</th>
              <th scope="col">
                <span className="fy-hidden">{t('groups.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {own.map(({ id, name, capacity }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="fy-digits">{capacity}</td>
                <td>
                  <div className="fy-center-actions">
                    <Button
                      kind="quiet"
                      aria-label={t('groups.editNamed', { name })}
                      onClick={() => {
                        setEditing([id])
                      }}
                    >
                      {t('groups.edit')}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing ? (
        <CapacityDialog
          organization={organization}
          first={editing}
          onClose={() => {
            setEditing(null)
          }}
        />
      ) : null}
    </section>
  )
}

interface CapacityDialogProps {
  readonly organization: OrganizationView
  readonly first: readonly AgentId[]
  readonly onClose: () => void
}

const CapacityDialog = ({ organization, first, onClose }: CapacityDialogProps) => {
  const { t } = useTranslation('accountCenter')
  const run = useRun()
  const errorText = useErrorText()
  const [chosen, setChosen] = useState(first)
  const known = organization.agents.find(({ id }) => id === first[0])?.capacity ?? null
  const [text, setText] = useState(String(known ?? organization.organization.capacity))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const save = async (capacity: number | null): Promise<void> => {
    setBusy(true)
    const answer = await run('agent.set-capacity', { agentIds: [...chosen], capacity })
    setBusy(false)
    if (answer.ok) onClose()
    else setFailure(errorText(answer.code, answer.details))
  }
  const ready = chosen.length > 0 && !busy
  return (
    <Dialog
      title={t('capacities.title')}
      width={560}
      onClose={onClose}
      footer={
        <>
          {known === null ? null : (
            <Button
              kind="danger"
              disabled={!ready}
              onClick={() => {
                void save(null)
              }}
            >
              {t('capacities.remove')}
            </Button>
          )}
          <span className="fy-grow" />
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            disabled={!ready || !isFigure('capacity', text)}
            onClick={() => {
              void save(Number(text))
            }}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="fy-group-form">
        <MemberPicker
          label={t('capacities.agents', { count: chosen.length })}
          agents={organization.agents}
          chosen={chosen}
          onChoose={setChosen}
        />
        <Field label={t('capacities.capacity')} hint={t('assignment.range', { least: 1, most: 200 })}>
          <input
            inputMode="numeric"
            value={text}
            aria-invalid={!isFigure('capacity', text)}
            onChange={(event) => {
              setText(event.target.value)
            }}
          />
        </Field>
        {failure ? <ErrorLine text={failure} /> : null}
      </div>
    </Dialog>
  )
}
