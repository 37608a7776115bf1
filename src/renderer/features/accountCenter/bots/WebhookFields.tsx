import type { Bot } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'
import { Tick } from '../Tick.tsx'

export interface WebhookFieldsProps {
  readonly webhook: Bot['webhook']
  /** There is a secret already. */
  readonly hasSecret: boolean
  readonly renewSecret: boolean
  readonly wrong: boolean
  readonly onChange: (webhook: Bot['webhook']) => void
  readonly onRenew: (renew: boolean) => void
}

/** Whether somebody else's program answers, and where it is. */
export const WebhookFields = (props: WebhookFieldsProps) => {
  const { webhook, hasSecret, renewSecret, wrong, onChange, onRenew } = props
  const { t } = useTranslation('bots')
  return (
    <>
      <Tick
        text={t('webhook')}
        hint={t('webhookHint')}
        on={webhook !== null}
        onChange={(on) => {
          onChange(on ? { url: '' } : null)
        }}
      />
      {webhook ? (
        <Field label={t('url')} hint={t('urlHint')}>
          <input
            type="url"
            value={webhook.url}
            placeholder="https://"
            aria-invalid={wrong}
            onChange={({ target: { value } }) => {
              onChange({ url: value })
            }}
          />
        </Field>
      ) : null}
      {webhook && hasSecret ? (
        <Tick text={t('renew')} hint={t('renewHint')} on={renewSecret} onChange={onRenew} />
      ) : null}
    </>
  )
}
