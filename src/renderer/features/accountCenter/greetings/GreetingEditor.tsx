import type { Agent, AgentGreeting } from '../../../../protocol/model/index.ts'
import { GREETING_TEXT_LIMIT } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { EditorDialog } from '../EditorDialog.tsx'
import { MemberPicker } from '../MemberPicker.tsx'
import { CompanyTextField } from '../texts/CompanyTextField.tsx'
import { asItIs, useEditor } from '../useEditor.ts'
import { problemOf } from './form.ts'

export interface GreetingEditorProps {
  readonly greeting: AgentGreeting
  /** Those who can be chosen for it. */
  readonly agents: readonly Agent[]
  readonly onDone: (greeting: AgentGreeting) => void
  readonly onClose: () => void
}

/** One greeting: whose it is, and what customers read while they are there and while they are not. */
export const GreetingEditor = ({ greeting, agents, onDone, onClose }: GreetingEditorProps) => {
  const { t } = useTranslation('texts')
  const editor = useEditor(greeting, asItIs)
  const { form, change } = editor
  const problem = problemOf(form)
  return (
    <EditorDialog
      title={greeting.agentIds.length === 0 ? t('greetings.new') : t('greetings.edit')}
      width={560}
      editor={editor}
      problem={problem && t(`greetings.problems.${problem}`)}
      onSave={() => {
        onDone(form)
      }}
      onClose={onClose}
    >
      <div className="fy-center-fields">
        <MemberPicker
          label={t('greetings.agents')}
          agents={agents}
          chosen={form.agentIds}
          onChoose={(ids) => {
            change({ agentIds: [...ids] })
          }}
        />
        {KINDS.map((kind) => (
          <CompanyTextField
            key={kind}
            label={t(`greetings.${kind}`)}
            hint={t(`greetings.${kind}Hint`)}
            value={form[kind]}
            limit={GREETING_TEXT_LIMIT}
            rows={2}
            onChange={(text) => {
              change({ [kind]: text })
            }}
          />
        ))}
      </div>
    </EditorDialog>
  )
}

const KINDS = ['online', 'offline'] as const
