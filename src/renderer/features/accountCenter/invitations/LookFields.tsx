import { useState } from 'react'

import { INVITATION_WORDS } from '../../../../protocol/invitationWords.ts'
import type { InvitationLook, InvitationLooks, WidgetType } from '../../../../protocol/model/index.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Field, Segments, useLanguage } from '../../../ui/index.ts'
import { PictureField } from '../widgets/PictureField.tsx'
import { isLong, isUsed, LOOK_TEXTS } from './form.ts'

export interface LookFieldsProps {
  readonly looks: InvitationLooks
  readonly onChange: (looks: InvitationLooks) => void
}

const STYLES: readonly InvitationLook['style'][] = ['card', 'bar']

const ENTRIES: readonly WidgetType[] = ['chat-web', 'chat-im']

/** Style, colour, picture, entries and texts, for computers and phones apart. */
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
      <fieldset className="fy-invitation-entries">
        <legend>{t('invitations.entries')}</legend>
        {ENTRIES.map((entry) => (
          <label key={entry}>
            <input
              type="checkbox"
              checked={look.entries.includes(entry)}
              // An invitation leads somewhere.
              disabled={look.entries.length === 1 && look.entries.includes(entry)}
              onChange={({ target: { checked } }) => {
                change({
                  entries: ENTRIES.filter((one) => (one === entry ? checked : look.entries.includes(one))),
                })
              }}
            />
            {t(`invitations.entry.${entry}`)}
          </label>
        ))}
      </fieldset>
      <p className="fy-secondary">{t('invitations.entriesHint')}</p>
      <PictureField
        label={t('invitations.picture')}
        fileId={look.pictureFileId}
        onChange={(pictureFileId) => {
          change({ pictureFileId })
        }}
      />
      <div className="fy-center-pairs">
        {LOOK_TEXTS.filter((text) => isUsed(look, text)).map((text) => (
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
