import { useState } from 'react'

import { BOT_LIMITS, type Bot } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field, NoteField } from '../../../ui/index.ts'
import { EditorDialog } from '../EditorDialog.tsx'
import { SecretDialog } from '../SecretDialog.tsx'
import { Tick } from '../Tick.tsx'
import { useEditor } from '../useEditor.ts'
import { useSave } from '../useSave.ts'
import { BotTalk } from './BotTalk.tsx'
import { formOf, planOf, problemOf } from './form.ts'
import { KnowledgeFields } from './KnowledgeFields.tsx'
import { MenuFields } from './MenuFields.tsx'
import { WebhookFields } from './WebhookFields.tsx'

export interface BotEditorProps {
  /** As it is now; null: a new one. */
  readonly bot: Bot | null
  readonly onClose: () => void
}

/** One bot with all it says, and beside it a talk to try that out. */
export const BotEditor = ({ bot, onClose }: BotEditorProps) => {
  const { t } = useTranslation('bots')
  const editor = useEditor(bot, formOf)
  const { form, tried, change } = editor
  /** The secret that was made when it was saved, told once. */
  const [secret, setSecret] = useState<string | null>(null)
  const { attempt, ...state } = useSave()
  const run = useRun()
  const problem = problemOf(form)
  const save = async (seen: Bot | null): Promise<void> => {
    const done = await attempt(run('bot.save', { ...planOf(form), version: seen?.version ?? null }))
    if (done?.secret) setSecret(done.secret)
    else if (done) onClose()
  }
  if (secret !== null) return <SecretDialog secret={secret} onClose={onClose} />
  return (
    <EditorDialog
      title={bot ? t('editNamed', { name: bot.name }) : t('new')}
      width={980}
      editor={editor}
      problem={problem && t(`problems.${problem}`)}
      save={state}
      held={bot}
      onSave={(seen) => {
        void save(seen)
      }}
      onClose={onClose}
    >
      <div className="fy-bot-editor">
        <div className="fy-center-fields">
          <Field label={t('name')}>
            <input
              value={form.name}
              maxLength={BOT_LIMITS.name}
              aria-invalid={tried && problem === 'name'}
              onChange={({ target: { value } }) => {
                change({ name: value })
              }}
            />
          </Field>
          <Tick
            text={t('on')}
            hint={t('onHint')}
            on={form.on}
            onChange={(on) => {
              change({ on })
            }}
          />
          <NoteField
            label={t('greeting')}
            value={form.greeting}
            limit={BOT_LIMITS.greeting}
            onChange={(greeting) => {
              change({ greeting })
            }}
          />
          <WebhookFields
            webhook={form.webhook}
            hasSecret={bot?.webhook !== null && bot !== null}
            renewSecret={form.renewSecret}
            wrong={tried && problem === 'url'}
            onChange={(webhook) => {
              change({ webhook })
            }}
            onRenew={(renewSecret) => {
              change({ renewSecret })
            }}
          />
          {form.webhook ? null : (
            <>
              <MenuFields
                menu={form.menu}
                onChange={(menu) => {
                  change({ menu })
                }}
              />
              <KnowledgeFields
                entries={form.entries}
                onChange={(entries) => {
                  change({ entries })
                }}
              />
              <NoteField
                label={t('notUnderstood')}
                value={form.notUnderstood}
                limit={BOT_LIMITS.notUnderstood}
                onChange={(notUnderstood) => {
                  change({ notUnderstood })
                }}
              />
            </>
          )}
          <Field label={t('words')} hint={t('wordsHint')}>
            <textarea
              rows={2}
              value={form.words}
              onChange={({ target: { value } }) => {
                change({ words: value })
              }}
            />
          </Field>
          <Field label={t('misses')} hint={t('missesHint')}>
            <select
              value={form.missesToPerson}
              onChange={({ target: { value } }) => {
                change({ missesToPerson: Number(value) })
              }}
            >
              {[1, 2, 3, 4, 5].map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </Field>
        </div>
        {form.webhook ? null : <BotTalk bot={form} />}
      </div>
    </EditorDialog>
  )
}
