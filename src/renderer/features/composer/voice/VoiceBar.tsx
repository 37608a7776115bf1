import { Mic, Square, X } from 'lucide-react'
import { useEffect, useRef } from 'react'

import { VOICE_LIMIT_S } from '../../../../protocol/model/limits.ts'
import { useTranslation } from '../../../translation/index.ts'
import { Button, duration, ErrorLine } from '../../../ui/index.ts'
import type { VoiceRecording } from './useVoice.ts'

import './voice.css'

/** While a voice is being recorded: how long, how loud, and how it ends. */
export const VoiceBar = ({ state, seconds, level, stop, cancel }: VoiceRecording) => {
  const { t } = useTranslation('composer')
  if (state === 'idle') return null
  if (state === 'short' || state === 'refused') {
    return (
      <ErrorLine text={t(`voice.${state}`)}>
        <Button kind="quiet" onClick={cancel}>
          {t('dismiss')}
        </Button>
      </ErrorLine>
    )
  }
  return (
    <div className="fy-voice-bar" role="group" aria-label={t('voice.record')} data-state={state}>
      <Mic aria-hidden="true" />
      <span role="status">
        {state === 'starting' ? t('voice.starting') : t('voice.recording', { limit: VOICE_LIMIT_S })}
      </span>
      {state === 'recording' ? (
        <>
          <span className="fy-digits" aria-hidden="true">
            {duration(seconds * 1000)}
          </span>
          <Meter level={level} />
        </>
      ) : null}
      <span className="fy-grow" />
      <Button kind="quiet" onClick={cancel}>
        <X aria-hidden="true" />
        {t('voice.cancel')}
      </Button>
      {state === 'recording' ? <StopButton onClick={stop} label={t('voice.stop')} /> : null}
    </div>
  )
}

/** Whoever began by key ends by key. */
const StopButton = ({ onClick, label }: { readonly onClick: () => void; readonly label: string }) => {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
  }, [])
  return (
    <Button ref={button} kind="primary" onClick={onClick}>
      <Square aria-hidden="true" />
      {label}
    </Button>
  )
}

/** Drawn past React: it moves with every frame. */
const Meter = ({ level }: Pick<VoiceRecording, 'level'>) => {
  const bar = useRef<HTMLSpanElement>(null)
  const read = useRef(level)
  useEffect(() => {
    read.current = level
  })
  useEffect(() => {
    let frame = requestAnimationFrame(function draw() {
      if (bar.current) bar.current.style.transform = `scaleX(${read.current().toFixed(2)})`
      frame = requestAnimationFrame(draw)
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [])
  return (
    <span className="fy-voice-meter" aria-hidden="true">
      <span ref={bar} />
    </span>
  )
}
