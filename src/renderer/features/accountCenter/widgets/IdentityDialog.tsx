import { useEffect, useState } from 'react'

import type { SiteKeys } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, Field, fullTime, Skeleton, useLanguage } from '../../../ui/index.ts'
import { EditorDialog } from '../EditorDialog.tsx'
import { useEditor } from '../useEditor.ts'
import { useSave } from '../useSave.ts'
import { Copied } from './Copied.tsx'

/** How the company's own server vouches for its visitors: the secret, or a public key (R-16-141). */
export const IdentityDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation(['widgets', 'accountCenter'])
  const language = useLanguage()
  const run = useRun()
  const { attempt, ...state } = useSave()
  const editor = useEditor<SiteKeys | null, KeysForm>(null, formOf)
  const { form, seen: keys, change } = editor
  const [renewing, setRenewing] = useState(false)

  const load = async (): Promise<void> => {
    const answer = await attempt(run('site-keys.show', {}))
    if (!answer) return
    editor.restart(answer.keys)
    setRenewing(false)
  }
  useEffect(() => {
    void load()
    // oxlint-disable-next-line react/exhaustive-deps -- once; `load` is another function each time
  }, [])

  const save = async (seen: SiteKeys): Promise<void> => {
    const args = { publicKey: form.publicKey, newSecret: false, endFormer: false, version: seen.version }
    if (await attempt(run('site-keys.change', args))) onClose()
  }
  const changeSecret = async (
    { publicKey, version }: SiteKeys,
    change: { readonly newSecret: boolean; readonly endFormer: boolean },
  ): Promise<void> => {
    if (await attempt(run('site-keys.change', { publicKey, version, ...change }))) await load()
  }

  return (
    <EditorDialog
      title={t('identity.title')}
      width={640}
      editor={editor}
      problem={null}
      save={state.conflict ? { ...state, failure: t('identity.conflict') } : state}
      recovery={
        <Button
          onClick={() => {
            void load()
          }}
        >
          {t('identity.loadAgain')}
        </Button>
      }
      onSave={(seen) => {
        if (seen) void save(seen)
      }}
      onClose={onClose}
    >
      <p className="fy-secondary">{t('identity.about')}</p>
      {keys ? (
        <div className="fy-center-fields">
          <Copied label={t('identity.secret')} hint={t('identity.secretHint')} text={keys.secret} />
          {keys.formerUntil !== undefined && (
            <div role="status">
              <p>{t('identity.former', { time: fullTime(keys.formerUntil, language) })}</p>
              <Button
                disabled={state.busy}
                onClick={() => {
                  void changeSecret(keys, { newSecret: false, endFormer: true })
                }}
              >
                {t('identity.endFormer')}
              </Button>
            </div>
          )}
          {renewing ? (
            <div role="alert">
              <p>{t('identity.renewAsk')}</p>
              <Button
                kind="danger"
                disabled={state.busy}
                onClick={() => {
                  void changeSecret(keys, { newSecret: true, endFormer: false })
                }}
              >
                {t('identity.renew')}
              </Button>{' '}
              <Button
                onClick={() => {
                  setRenewing(false)
                }}
              >
                {t('accountCenter:cancel')}
              </Button>
            </div>
          ) : (
            <div>
              <Button
                onClick={() => {
                  setRenewing(true)
                }}
              >
                {t('identity.renew')}
              </Button>
            </div>
          )}
          <Copied label={t('identity.call')} hint={t('identity.callHint')} text={CALL} />
          <Field label={t('identity.publicKey')} hint={t('identity.publicKeyHint')}>
            <textarea
              rows={4}
              value={form.publicKey}
              spellCheck={false}
              maxLength={4096}
              placeholder="-----BEGIN PUBLIC KEY-----"
              onChange={({ target: { value } }) => {
                change({ publicKey: value })
              }}
            />
          </Field>
        </div>
      ) : state.failure ? null : (
        <Skeleton rows={4} rowHeight={40} />
      )}
    </EditorDialog>
  )
}

interface KeysForm {
  readonly publicKey: string
}

const formOf = (keys: SiteKeys | null): KeysForm => ({ publicKey: keys?.publicKey ?? '' })

const CALL = `foyer('identify', { token })`
