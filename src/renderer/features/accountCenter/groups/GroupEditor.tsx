import type { Agent, ReceptionGroup, RoutingPolicy } from '../../../../protocol/model/index.ts'
import { CUSTOMER_NOTE_LIMIT } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field, NoteField } from '../../../ui/index.ts'
import { BotField } from '../bots/BotField.tsx'
import { EditorDialog } from '../EditorDialog.tsx'
import { MemberPicker } from '../MemberPicker.tsx'
import { Tick } from '../Tick.tsx'
import { useEditor } from '../useEditor.ts'
import { formOf, problemsOf } from './form.ts'
import { GroupHours } from './GroupHours.tsx'
import { useSaveGroup } from './useSaveGroup.ts'

export interface GroupEditorProps {
  /** As it is now; null makes a new one. */
  readonly group: ReceptionGroup | null
  readonly agents: readonly Agent[]
  readonly onClose: () => void
}

const POLICIES: readonly RoutingPolicy[] = ['least-load', 'idle-rate']

/** Makes or changes a reception group; what was typed is lost by a clear answer only. */
export const GroupEditor = ({ group, agents, onClose }: GroupEditorProps) => {
  const { t } = useTranslation('accountCenter')
  const editor = useEditor(group, formOf)
  const { form, tried, change } = editor
  const { save, ...state } = useSaveGroup(onClose)
  const problems = problemsOf(form)
  const [problem] = problems
  return (
    <EditorDialog
      title={group ? t('groups.editNamed', { name: group.name }) : t('groups.new')}
      width={720}
      editor={editor}
      problem={problem ? t(`problems.${problem}`) : null}
      save={state}
      held={group}
      onSave={(seen) => {
        void save(form, seen)
      }}
      onClose={onClose}
    >
      <div className="fy-center-fields">
        <Field label={t('groups.name')}>
          <input
            value={form.name}
            aria-invalid={tried && problems.some((problem) => problem.startsWith('name'))}
            onChange={(event) => {
              change({ name: event.target.value })
            }}
          />
        </Field>
        <MemberPicker
          label={t('groups.membersChosen', { count: form.memberIds.length })}
          agents={agents}
          chosen={form.memberIds}
          onChoose={(memberIds) => {
            change({ memberIds })
          }}
        />
        <Field label={t('groups.policy')}>
          <select
            value={form.policy ?? ''}
            onChange={({ target: { value } }) => {
              change({ policy: POLICIES.find((policy) => policy === value) ?? null })
            }}
          >
            <option value="">{t('groups.companyPolicy')}</option>
            {POLICIES.map((policy) => (
              <option key={policy} value={policy}>
                {t(`groups.policies.${policy}`)}
              </option>
            ))}
          </select>
        </Field>
        <BotField
          botId={form.botId}
          onChange={(botId) => {
            change({ botId })
          }}
        />
        <Tick
          text={t('groups.ownerFirst')}
          hint={t('groups.ownerFirstHint')}
          on={form.ownerFirst}
          onChange={(ownerFirst) => {
            change({ ownerFirst })
          }}
        />
        <Tick
          text={t('groups.late')}
          hint={form.memberIds.length < 2 ? t('problems.two-members') : t('groups.lateHint')}
          on={form.late}
          disabled={!form.late && form.memberIds.length < 2}
          onChange={(late) => {
            change({ late })
          }}
        />
        {form.late ? (
          <div className="fy-group-late">
            <label>
              {t('groups.minutes')}
              <input
                inputMode="numeric"
                value={form.minutes}
                aria-invalid={problems.includes('minutes')}
                onChange={(event) => {
                  change({ minutes: event.target.value })
                }}
              />
            </label>
            <NoteField
              label={t('groups.customerNote')}
              value={form.customerNote}
              limit={CUSTOMER_NOTE_LIMIT}
              onChange={(customerNote) => {
                change({ customerNote })
              }}
            />
          </div>
        ) : null}
        <GroupHours form={form} groupId={group?.id ?? null} onChange={change} />
      </div>
    </EditorDialog>
  )
}
