import { useState } from 'react'

import { ROUTER_FIELDS, ROUTER_LIMITS, type CustomRouter } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'
import { EditorDialog } from '../EditorDialog.tsx'
import { PickMany } from '../routing/PickMany.tsx'
import { SecretDialog } from '../SecretDialog.tsx'
import { Tick } from '../Tick.tsx'
import { useEditor } from '../useEditor.ts'
import { useSave } from '../useSave.ts'
import { formOf, planOf, problemOf } from './form.ts'

export interface RouterEditorProps {
  /** As it is now; null: a new one. */
  readonly router: CustomRouter | null
  readonly onClose: () => void
}

/** Where a router is, how long customers wait for it, and what it is told of them. */
export const RouterEditor = ({ router, onClose }: RouterEditorProps) => {
  const { t } = useTranslation('routers')
  const editor = useEditor(router, formOf)
  const { form, change } = editor
  const [secret, setSecret] = useState<string | null>(null)
  const { attempt, ...state } = useSave()
  const run = useRun()
  const found = problemOf(form)
  const problem = editor.tried ? found : null
  const save = async (seen: CustomRouter | null): Promise<void> => {
    const done = await attempt(run('router.save', { ...planOf(form), version: seen?.version ?? null }))
    if (done?.secret) setSecret(done.secret)
    else if (done) onClose()
  }
  if (secret !== null) return <SecretDialog secret={secret} onClose={onClose} />
  return (
    <EditorDialog
      title={router ? t('editNamed', { name: router.name }) : t('new')}
      width={560}
      editor={editor}
      problem={found && t(`wrong.${found}`)}
      save={state}
      held={router}
      onSave={(seen) => {
        void save(seen)
      }}
      onClose={onClose}
    >
      <div className="fy-center-fields">
        <Field label={t('name')}>
          <input
            value={form.name}
            maxLength={ROUTER_LIMITS.name}
            aria-invalid={problem === 'name'}
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
        <Field label={t('url')} hint={t('urlHint')}>
          <input
            type="url"
            value={form.url}
            placeholder="https://"
            aria-invalid={problem === 'url'}
            onChange={({ target: { value } }) => {
              change({ url: value })
            }}
          />
        </Field>
        <Field label={t('limitMs')} hint={t('limitMsHint')}>
          <input
            inputMode="numeric"
            value={form.limitMs}
            aria-invalid={problem === 'limitMs'}
            onChange={({ target: { value } }) => {
              change({ limitMs: value })
            }}
          />
        </Field>
        <Tick
          text={t('strict')}
          hint={t('strictHint')}
          on={form.strict}
          onChange={(strict) => {
            change({ strict })
          }}
        />
        <div className="fy-form-field">
          <span>{t('told')}</span>
          <PickMany
            label={t('told')}
            options={ROUTER_FIELDS.map((field) => [field, t(`fields.${field}`)] as const)}
            chosen={form.fields}
            onChange={(fields) => {
              change({ fields })
            }}
          />
          <span className="fy-secondary">{t('toldHint')}</span>
        </div>
        {router ? (
          <Tick
            text={t('renew')}
            hint={t('renewHint')}
            on={form.renewSecret}
            onChange={(renewSecret) => {
              change({ renewSecret })
            }}
          />
        ) : null}
      </div>
    </EditorDialog>
  )
}
