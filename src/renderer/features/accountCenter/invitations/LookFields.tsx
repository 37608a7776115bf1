import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { INVITATION_WORDS } from '../../../../protocol/invitationWords.ts'
import type { InvitationLook, InvitationLooks } from '../../../../protocol/model/index.ts'
import { Field, Segments, useLanguage } from '../../../ui/index.ts'
import { isLong, LOOK_TEXTS } from './form.ts'

export interface LookFieldsProps {
  readonly looks: InvitationLooks
  readonly onChange: (looks: InvitationLooks) => void
}

const STYLES: readonly InvitationLook['style'][] = ['card', 'bar']

/** Style, colour and texts, for computers and phones apart. */
export const LookFields = ({ looks, onChange }: LookFieldsProps) => {
  const { t } = useTranslation('accountCenter')
  const words = INVITATION_WORDS[useLanguage()]
  const [screen, setScreen] = useState<keyof InvitationLooks>('desktop')
  const look = looks[screen]
  const change = (more: Partial<InvitationLook>): void => {
    onChange({ ...looks, [screen]: { ...look, ...more } })
  }
  return (
    <fieldset className="fy-invitation-look">
      <legend>{t('invitations.look')}</legend>
      <div className="fy-invitation-line">
        <Segments
          label={t('invitations.screen')}
          value={screen}
          options={(['desktop', 'mobile'] as const).map((one) => [one, t(`invitations.screens.${one}`)])}
          onChange={setScreen}
        />
        <Segments
          label={t('invitations.style')}
          value={look.style}
          options={STYLES.map((style) => [style, t(`invitations.styles.${style}`)] as const)}
          onChange={(style) => {
            change({ style })
          }}
        />
        <label className="fy-invitation-color">
          {t('invitations.color')}
          <input
            type="color"
            value={look.color}
            onChange={({ target: { value } }) => {
              change({ color: value })
            }}
          />
        </label>
      </div>
      <div className="fy-center-pairs">
        {LOOK_TEXTS.map((text) => (
          <Field key={text} label={t(`invitations.texts.${text}`)}>
            <input
              value={look[text]}
              placeholder={words[text]}
              aria-invalid={isLong(look, text)}
              onChange={({ target: { value } }) => {
                change({ [text]: value })
              }}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  )
}
