import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ROUTER_FIELDS, ROUTER_LIMITS, type CustomRouter } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { Button, Dialog, ErrorLine, Field } from '../../../ui/index.ts'
import { PickMany } from '../routing/PickMany.tsx'
import { SecretDialog } from '../SecretDialog.tsx'
import { Tick } from '../Tick.tsx'
import { useSave } from '../useSave.ts'
import { newRouter, planOf, problemOf, type RouterForm } from './form.ts'

export interface RouterEditorProps {
  /** Null: a new one. */
  readonly router: CustomRouter | null
  readonly onClose: () => void
}

/** Where a router is, how long customers wait for it, and what it is told of them. */
export const RouterEditor = ({ router, onClose }: RouterEditorProps) => {
  const { t } = useTranslation(['routers', 'accountCenter'])
  const [first] = useState<RouterForm>(() =>
    router ? { ...router, limitMs: String(router.limitMs) } : newRouter(crypto.randomUUID()),
  )
  const [form, setForm] = useState(first)
  const [renewSecret, setRenewSecret] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const { busy, failure, attempt } = useSave()
  const run = useRun()
  const problem = tried ? problemOf(form) : null
  const change = (more: Partial<RouterForm>): void => {
    setForm({ ...form, ...more })
    setLeaving(false)
  }
  const leave = (): void => {
    if (leaving || form === first) onClose()
    else setLeaving(true)
  }
  const save = async (): Promise<void> => {
    setTried(true)
    if (problemOf(form)) return
    const done = await attempt(run('router.save', { ...planOf(form), renewSecret }))
    if (done?.secret) setSecret(done.secret)
    else if (done) onClose()
  }
  if (secret !== null) return <SecretDialog secret={secret} onClose={onClose} />
  return (
    <Dialog
      title={router ? t('editNamed', { name: router.name }) : t('new')}
      width={560}
      onClose={leave}
      footer={
        <>
          {leaving ? <span className="fy-grow">{t('accountCenter:unsaved')}</span> : null}
          <Button onClick={leave}>{t(leaving ? 'accountCenter:discard' : 'accountCenter:cancel')}</Button>
          <Button
            kind="primary"
            disabled={busy}
            onClick={() => {
              void save()
            }}
          >
            {t('accountCenter:save')}
          </Button>
        </>
      }
    >
      <div className="fy-group-form">
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
          <Tick text={t('renew')} hint={t('renewHint')} on={renewSecret} onChange={setRenewSecret} />
        ) : null}
        {problem ? <ErrorLine text={t(`wrong.${problem}`)} /> : null}
        {failure ? <ErrorLine text={failure} /> : null}
      </div>
    </Dialog>
  )
}
