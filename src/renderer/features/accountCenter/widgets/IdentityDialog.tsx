import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { SiteKeys } from '../../../../protocol/model/index.ts'
import { useRun } from '../../../core/index.ts'
import { Button, Dialog, ErrorLine, Field, Skeleton } from '../../../ui/index.ts'
import { useSave } from '../useSave.ts'
import { Copied } from './Copied.tsx'

/** How the company's own server vouches for its visitors: the secret, or a public key (R-16-141). */
export const IdentityDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation(['widgets', 'accountCenter'])
  const run = useRun()
  const { busy, failure, conflict, attempt } = useSave()
  const [keys, setKeys] = useState<SiteKeys | null>(null)
  const [publicKey, setPublicKey] = useState('')
  const [renewing, setRenewing] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const isTouched = keys !== null && publicKey.trim() !== keys.publicKey

  const load = async (): Promise<void> => {
    const answer = await attempt(run('site-keys.show', {}))
    if (!answer) return
    setKeys(answer.keys)
    setPublicKey(answer.keys.publicKey)
    setRenewing(false)
  }
  useEffect(() => {
    void load()
    // oxlint-disable-next-line react/exhaustive-deps -- once; `load` is another function each time
  }, [])

  const change = async (newSecret: boolean, seen: SiteKeys): Promise<void> => {
    const args = { publicKey: newSecret ? seen.publicKey : publicKey, newSecret, version: seen.version }
    if (!(await attempt(run('site-keys.change', args)))) return
    if (newSecret) await load()
    else onClose()
  }

  return (
    <Dialog
      title={t('identity.title')}
      width={640}
      onClose={() => {
        if (leaving || !isTouched) onClose()
        else setLeaving(true)
      }}
      footer={
        <>
          {leaving ? <span className="fy-grow">{t('accountCenter:unsaved')}</span> : null}
          <Button kind={leaving ? 'danger' : 'plain'} onClick={onClose}>
            {leaving ? t('accountCenter:discard') : t('accountCenter:cancel')}
          </Button>
          <Button
            kind="primary"
            disabled={busy || !isTouched}
            onClick={() => {
              if (keys) void change(false, keys)
            }}
          >
            {t('accountCenter:save')}
          </Button>
        </>
      }
    >
      <p className="fy-secondary">{t('identity.about')}</p>
      {keys ? (
        <div className="fy-group-form">
          <Copied label={t('identity.secret')} hint={t('identity.secretHint')} text={keys.secret} />
          {renewing ? (
            <div role="alert">
              <p>{t('identity.renewAsk')}</p>
              <Button
                kind="danger"
                disabled={busy}
                onClick={() => {
                  void change(true, keys)
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
              value={publicKey}
              spellCheck={false}
              maxLength={4096}
              placeholder="-----BEGIN PUBLIC KEY-----"
              onChange={({ target: { value } }) => {
                setPublicKey(value)
                setLeaving(false)
              }}
            />
          </Field>
        </div>
      ) : failure ? null : (
        <Skeleton rows={4} rowHeight={40} />
      )}
      {failure ? (
        <ErrorLine text={conflict ? t('identity.conflict') : failure}>
          <Button
            onClick={() => {
              void load()
            }}
          >
            {t('identity.loadAgain')}
          </Button>
        </ErrorLine>
      ) : null}
    </Dialog>
  )
}

const CALL = `foyer('identify', { token })`
