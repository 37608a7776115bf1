import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { BOT_LIMITS, type Bot } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { Button, Dialog, ErrorLine, Field, NoteField } from '../../../ui/index.ts'
import { SecretDialog } from '../SecretDialog.tsx'
import { Tick } from '../Tick.tsx'
import { useSave } from '../useSave.ts'
import { BotTalk } from './BotTalk.tsx'
import { linesOf, newBot, planOf, problemOf, type BotForm } from './form.ts'
import { KnowledgeFields } from './KnowledgeFields.tsx'
import { MenuFields } from './MenuFields.tsx'
import { WebhookFields } from './WebhookFields.tsx'

export interface BotEditorProps {
  /** Null: a new one. */
  readonly bot: Bot | null
  readonly onClose: () => void
}

/** One bot with all it says, and beside it a talk to try that out. */
export const BotEditor = ({ bot, onClose }: BotEditorProps) => {
  const { t } = useTranslation('bots')
  const [first] = useState<BotForm>(() => bot ?? newBot(crypto.randomUUID()))
  const [form, setForm] = useState(first)
  const [words, setWords] = useState(() => first.personWords.join('\n'))
  const [renewSecret, setRenewSecret] = useState(false)
  /** The secret that was made when it was saved, told once. */
  const [secret, setSecret] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const { busy, failure, attempt } = useSave()
  const run = useRun()
  const problem = problemOf(form)
  const change = (more: Partial<BotForm>): void => {
    setForm({ ...form, ...more })
    setLeaving(false)
  }
  const leave = (): void => {
    if (leaving || form === first) onClose()
    else setLeaving(true)
  }
  const save = async (): Promise<void> => {
    setTried(true)
    if (problem) return
    const done = await attempt(run('bot.save', { ...planOf(form), renewSecret }))
    if (done?.secret) setSecret(done.secret)
    else if (done) onClose()
  }
  if (secret !== null) return <SecretDialog secret={secret} onClose={onClose} />
  return (
    <Dialog
      title={bot ? t('editNamed', { name: bot.name }) : t('new')}
      width={980}
      onClose={leave}
      footer={
        <>
          {leaving ? <span className="fy-grow">{t('unsaved')}</span> : null}
          <Button onClick={leave}>{leaving ? t('discard') : t('cancel')}</Button>
          <Button
            kind="primary"
            disabled={busy}
            onClick={() => {
              void save()
            }}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="fy-bot-editor">
        <div className="fy-group-form">
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
            renewSecret={renewSecret}
            wrong={tried && problem === 'url'}
            onChange={(webhook) => {
              change({ webhook })
            }}
            onRenew={setRenewSecret}
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
              value={words}
              onChange={({ target: { value } }) => {
                setWords(value)
                change({ personWords: linesOf(value) })
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
          {tried && problem ? <ErrorLine text={t(`problems.${problem}`)} /> : null}
          {failure ? <ErrorLine text={failure} /> : null}
        </div>
        {form.webhook ? null : <BotTalk bot={form} />}
      </div>
    </Dialog>
  )
}
