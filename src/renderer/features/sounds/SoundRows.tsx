import { Play, Upload } from 'lucide-react'
import { useId, useRef, useState } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { ErrorLine, IconButton } from '../../ui/index.ts'
import { SettingRow, useAgentSetting, useSettingWords } from '../settings/index.ts'
import { decode, type SoundKind } from './chime.ts'
import { SOUND_SETTINGS, toBase64, useOwnSound, useSound } from './useSound.ts'

import './sounds.css'

const KINDS = ['session', 'message', 'group', 'colleague', 'waiting'] as const
const LIMIT_BYTES = 1024 * 1024
const TYPES = '.wav,.mp3,.ogg,audio/wav,audio/mpeg,audio/ogg'

/** Each kind of sound: off, built in or an own file, and how it sounds (R-03-171). */
export const SoundRows = () => (
  <>
    <SettingRow name="soundsBySystem" />
    {KINDS.map((kind) => (
      <SoundRow key={kind} kind={kind} />
    ))}
  </>
)

const SoundRow = ({ kind }: { readonly kind: SoundKind }) => {
  const { t } = useTranslation('settings')
  const words = useSettingWords()
  const setting = SOUND_SETTINGS[kind]
  const { value, locked } = useAgentSetting(setting)
  const [own, keep] = useOwnSound(kind)
  const { on, sound } = useSound(kind)
  const [problem, setProblem] = useState<'large' | 'unreadable' | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const inputId = useId()
  const name = words.name(setting)

  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    if (file.size > LIMIT_BYTES) {
      setProblem('large')
      return
    }
    const bytes = await file.arrayBuffer()
    if (!(await decode(bytes))) {
      setProblem('unreadable')
      return
    }
    setProblem(null)
    keep({ name: file.name, base64: toBase64(bytes) })
  }

  return (
    <>
      <SettingRow name={setting} />
      <div className="fy-sound">
        <IconButton label={t('sound.play', { name })} disabled={!on} onClick={sound}>
          <Play />
        </IconButton>
        {value === 'own' && !locked ? (
          <>
            <IconButton label={t('sound.choose', { name })} onClick={() => input.current?.click()}>
              <Upload />
            </IconButton>
            <label htmlFor={inputId} className="fy-cut fy-secondary">
              {own ? own.name : t('sound.none')}
            </label>
            <input
              ref={input}
              id={inputId}
              type="file"
              hidden
              accept={TYPES}
              onChange={({ target }) => {
                void take(target.files?.[0])
                target.value = ''
              }}
            />
          </>
        ) : null}
      </div>
      {problem ? <ErrorLine text={t(`sound.problems.${problem}`)} /> : null}
    </>
  )
}
