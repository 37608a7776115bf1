import type { OrganizationView } from '../../../../client/api.ts'
import type { AgentId } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Field } from '../../../ui/index.ts'
import { EditorDialog } from '../EditorDialog.tsx'
import { MemberPicker } from '../MemberPicker.tsx'
import { useEditor } from '../useEditor.ts'
import { useSave } from '../useSave.ts'
import { isFigure } from './form.ts'

export interface CapacityDialogProps {
  readonly organization: OrganizationView
  /** Whose capacity is changed; null: they are chosen here. */
  readonly agentId: AgentId | null
  readonly onClose: () => void
}

/** Gives agents a capacity of their own, or takes it away. */
export const CapacityDialog = ({ organization, agentId, onClose }: CapacityDialogProps) => {
  const { t } = useTranslation('accountCenter')
  const run = useRun()
  const known = organization.agents.find(({ id }) => id === agentId)?.capacity ?? null
  const editor = useEditor<AgentId | null, CapacityForm>(agentId, (id) => ({
    agentIds: id ? [id] : [],
    capacity: String(known ?? organization.organization.capacity),
  }))
  const { form, tried, change } = editor
  const { attempt, ...state } = useSave()
  const isWrong = !isFigure('capacity', form.capacity)
  const save = async (capacity: number | null): Promise<void> => {
    if (await attempt(run('agent.set-capacity', { agentIds: [...form.agentIds], capacity }))) onClose()
  }
  const range = t('assignment.range', { least: 1, most: 200 })
  return (
    <EditorDialog
      title={t('capacities.title')}
      width={560}
      editor={editor}
      problem={form.agentIds.length === 0 ? t('capacities.nobody') : isWrong ? t('capacities.wrong') : null}
      save={state}
      aside={
        known === null ? null : (
          <Button
            kind="danger"
            disabled={form.agentIds.length === 0 || state.busy}
            onClick={() => {
              void save(null)
            }}
          >
            {t('capacities.remove')}
          </Button>
        )
      }
      onSave={() => {
        void save(Number(form.capacity))
      }}
      onClose={onClose}
    >
      <div className="fy-center-fields">
        <MemberPicker
          label={t('capacities.agents', { count: form.agentIds.length })}
          agents={organization.agents}
          chosen={form.agentIds}
          onChoose={(agentIds) => {
            change({ agentIds })
          }}
        />
        <Field label={t('capacities.capacity')} hint={range}>
          <input
            inputMode="numeric"
            value={form.capacity}
            aria-invalid={tried && isWrong}
            onChange={({ target: { value } }) => {
              change({ capacity: value })
            }}
          />
        </Field>
      </div>
    </EditorDialog>
  )
}

interface CapacityForm {
  readonly agentIds: readonly AgentId[]
  /** As it was typed. */
  readonly capacity: string
}
