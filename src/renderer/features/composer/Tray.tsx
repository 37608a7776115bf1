import { FileText, Mic, X } from 'lucide-react'

import { ALT_LIMIT, TRANSCRIPT_LIMIT } from '../../../protocol/model/limits.ts'
import { useTranslation } from '../../translation/index.ts'
import { Button, ErrorLine, IconButton, plainLine } from '../../ui/index.ts'
import { useRuleText } from '../files/index.ts'
import { bytesText } from '../thread/index.ts'
import { FILES_AT_ONCE } from './attachments.ts'
import { PictureItem } from './PictureItem.tsx'
import type { Attachments } from './useAttachments.ts'
import { VoiceItem } from './voice/VoiceItem.tsx'

export type TrayProps = Pick<
  Attachments,
  'attached' | 'refused' | 'remove' | 'removeAll' | 'describe' | 'makeSmaller' | 'dismiss' | 'bytesOf'
>

/** What goes along with the text, and what could not. */
export const Tray = (props: TrayProps) => {
  const { attached, refused, remove, removeAll, describe, makeSmaller, dismiss, bytesOf } = props
  const { t } = useTranslation('composer')
  const ruleText = useRuleText()
  if (attached.length === 0 && refused.length === 0) return null
  return (
    <div className="fy-tray">
      {attached.length >= MANY ? <TrayHead attached={attached} onRemoveAll={removeAll} /> : null}
      {attached.map((attachment) => {
        const { id, name, bytes, as, note, alt, seconds } = attachment
        const isVoice = seconds !== undefined
        return (
          <div key={id} className="fy-tray-item">
            {isVoice ? (
              <>
                <Mic aria-hidden="true" />
                <VoiceItem attachment={attachment} bytesOf={bytesOf} />
              </>
            ) : (
              <>
                {as === 'image' ? (
                  <PictureItem attachment={attachment} bytesOf={bytesOf} />
                ) : (
                  <FileText aria-hidden="true" />
                )}
                <span className="fy-cut" title={name}>
                  {plainLine(name)}
                </span>
                <span className="fy-secondary fy-digits">{bytesText(bytes)}</span>
              </>
            )}
            {note ? <span className="fy-secondary">{t(`note.${note}`)}</span> : null}
            {note === 'image-as-file' ? (
              <Button
                onClick={() => {
                  void makeSmaller(id)
                }}
              >
                {t('makeSmaller')}
              </Button>
            ) : null}
            {as === 'image' || isVoice ? (
              <input
                className="fy-tray-alt"
                value={alt}
                maxLength={isVoice ? TRANSCRIPT_LIMIT : ALT_LIMIT}
                placeholder={t(isVoice ? 'voice.words' : 'alt')}
                aria-label={isVoice ? t('voice.wordsOf') : t('altOf', { name: plainLine(name) })}
                onChange={(event) => {
                  describe(id, event.target.value)
                }}
              />
            ) : null}
            <IconButton
              label={t('removeFile', { name: plainLine(name) })}
              onClick={() => {
                remove(id)
              }}
            >
              <X />
            </IconButton>
          </div>
        )
      })}
      {refused.map(({ name, reason }) => (
        <ErrorLine
          key={name}
          text={
            reason === 'too-many'
              ? t('tooMany', { name: plainLine(name), count: FILES_AT_ONCE })
              : ruleText(reason, name)
          }
        />
      ))}
      {refused.length > 0 ? (
        <Button kind="quiet" onClick={dismiss}>
          {t('dismiss')}
        </Button>
      ) : null}
    </div>
  )
}

/** From here on the files are also told as a whole. */
const MANY = 4

interface TrayHeadProps {
  readonly attached: TrayProps['attached']
  readonly onRemoveAll: () => void
}

/** How many they are, how much, and how many of them the server has by now. */
const TrayHead = ({ attached, onRemoveAll }: TrayHeadProps) => {
  const { t } = useTranslation('composer')
  const done = attached.filter(({ from }) => from.kind === 'server').length
  const size = bytesText(attached.reduce((sum, { bytes }) => sum + bytes, 0))
  const count = attached.length
  return (
    <div className="fy-tray-head">
      <span className="fy-digits" role="status">
        {[t('tray.files', { count, size }), t('tray.uploaded', { done, count })].join(' · ')}
      </span>
      <progress value={done} max={count} aria-label={t('tray.uploaded', { done, count })} />
      <span className="fy-grow" />
      <Button kind="quiet" onClick={onRemoveAll}>
        {t('tray.removeAll')}
      </Button>
    </div>
  )
}
