import type { LanguageServicesSetUp } from '../../../../protocol/model/index.ts'
import { LANGUAGE_SERVICE_LIMITS } from '../../../../protocol/model/limits.ts'
import { useQuery, useRun } from '../../../core/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field } from '../../../ui/index.ts'
import { CenterPage } from '../CenterPage.tsx'
import { createSettingsForm } from '../createSettingsForm.ts'
import { PageSkeleton } from '../PageSkeleton.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { formOf, keepsKey, planOf, problemOf, type ServiceForm } from './form.ts'
import { KeyField } from './KeyField.tsx'
import { ServiceTry } from './ServiceTry.tsx'

import './languageServices.css'

const useServicesForm = createSettingsForm(formOf)

/** AC › Enterprise › Speech and translation: who writes voices down and translates texts (R-06-110, R-14-044). */
export const LanguageServicesPage = () => {
  const { t } = useTranslation('languageServices')
  const held = useQuery('language-services.set-up', {})
  return (
    <CenterPage title={t('title')} about={t('about')}>
      {held ? <Services held={held} /> : <PageSkeleton rows={6} />}
    </CenterPage>
  )
}

const Services = ({ held }: { readonly held: LanguageServicesSetUp }) => {
  const { t } = useTranslation('languageServices')
  const run = useRun()
  const settings = useServicesForm(held)
  const { form, change, touched } = settings
  const { speech, translation } = form
  return (
    <SettingsForm
      form={settings}
      held={held}
      ready={problemOf(speech) === null && problemOf(translation) === null}
      send={({ version }) => run('language-services.save', { ...planOf(form), version })}
      savedIn={({ setUp }) => setUp}
    >
      <fieldset className="fy-service">
        <legend>{t('speech')}</legend>
        <AddressField
          hint={t('speechHint', { path: '/audio/transcriptions' })}
          form={speech}
          onChange={(next) => {
            change({ ...form, speech: next })
          }}
        />
        <Field label={t('model')} hint={t('modelHint')}>
          <input
            value={speech.model}
            maxLength={LANGUAGE_SERVICE_LIMITS.model}
            aria-invalid={problemOf(speech) === 'model'}
            onChange={({ target: { value } }) => {
              change({ ...form, speech: { ...speech, model: value } })
            }}
          />
        </Field>
        <KeyField
          form={speech}
          hasKey={held.speech?.hasKey ?? false}
          keeps={keepsKey(speech, held.speech)}
          onChange={(next) => {
            change({ ...form, speech: next })
          }}
        />
        <ServiceTry service="speech" ready={held.speech !== null && !touched} />
      </fieldset>
      <fieldset className="fy-service">
        <legend>{t('translation')}</legend>
        <AddressField
          hint={t('translationHint', { path: '/translate' })}
          form={translation}
          onChange={(next) => {
            change({ ...form, translation: next })
          }}
        />
        <KeyField
          form={translation}
          hasKey={held.translation?.hasKey ?? false}
          keeps={keepsKey(translation, held.translation)}
          onChange={(next) => {
            change({ ...form, translation: next })
          }}
        />
        <ServiceTry service="translation" ready={held.translation !== null && !touched} />
      </fieldset>
    </SettingsForm>
  )
}

const AddressField = <Form extends ServiceForm>({
  hint,
  form,
  onChange,
}: {
  readonly hint: string
  readonly form: Form
  readonly onChange: (form: Form) => void
}) => {
  const { t } = useTranslation('languageServices')
  return (
    <Field label={t('address')} hint={hint}>
      <input
        type="url"
        placeholder="https://"
        value={form.address}
        maxLength={LANGUAGE_SERVICE_LIMITS.address}
        aria-invalid={problemOf(form) === 'address'}
        onChange={({ target: { value } }) => {
          onChange({ ...form, address: value })
        }}
      />
    </Field>
  )
}
