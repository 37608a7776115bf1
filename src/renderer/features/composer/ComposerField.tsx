import { useLayoutEffect, useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react'

import { useTranslation } from '../../translation/index.ts'
import { useAgentSetting } from '../settings/index.ts'
import { meaningOfEnter } from './enterKey.ts'
import { OfferLists } from './OfferLists.tsx'
import { cellsIn, PasteChoice, type Cells } from './PasteChoice.tsx'
import type { Offers } from './useOffers.ts'
import type { Writing } from './useWriting.ts'

export interface ComposerFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly writing: Writing
  readonly offers: Offers
  /** With what is known of the conversation. */
  readonly fill: (text: string) => string
  /** Nothing can be written here now. */
  readonly closed: boolean
  readonly onType: (text: string) => void
  readonly onInsert: (addition: string) => void
  readonly onSend: () => void
}

/** What is offered above the field. */
const OFFERED = 'fy-composer-offered'

/** The field itself: what its keys mean, and what becomes of what is pasted into it. */
export const ComposerField = (props: ComposerFieldProps) => {
  const { field, writing, offers, fill, closed, onType, onInsert, onSend } = props
  const { text, tooLong, tray, recall, caret } = writing
  const { t } = useTranslation('composer')
  const { value: sendsBy } = useAgentSetting('sendKey')
  const [cells, setCells] = useState<Cells | null>(null)

  useLayoutEffect(() => {
    // As it was left, here or on another device: the writing goes on there.
    if (caret !== null) field.current?.setSelectionRange(caret, caret)
  }, [caret, field])

  const track = ({ value, selectionStart }: HTMLTextAreaElement): void => {
    offers.track(value, selectionStart)
    writing.noteCaret(selectionStart)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Inside a composition the key belongs to the input method, whatever it is (R-03-089).
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (offers.onKey(event) || recall.onKey(event, text)) return
    const meaning = meaningOfEnter(event, sendsBy)
    if (meaning === null) return
    event.preventDefault()
    if (meaning === 'break') onInsert('\n')
    // Held down, it would answer what is asked before it is read.
    else if (!event.repeat) onSend()
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const files = [...event.clipboardData.files]
    const found = cellsIn(event.clipboardData)
    if (found) {
      event.preventDefault()
      setCells(found)
      return
    }
    if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return
    event.preventDefault()
    tray.attach(files)
  }

  return (
    <>
      {cells ? (
        <PasteChoice
          onText={() => {
            setCells(null)
            onInsert(cells.text)
          }}
          onPicture={() => {
            setCells(null)
            tray.attach([cells.picture])
            field.current?.focus()
          }}
        />
      ) : null}
      <OfferLists id={OFFERED} fill={fill} {...offers} />
      <textarea
        ref={field}
        className="fy-composer-field"
        aria-label={t('field')}
        aria-controls={offers.active === null ? undefined : OFFERED}
        aria-activedescendant={offers.active === null ? undefined : `${OFFERED}-${offers.active}`}
        placeholder={closed ? undefined : t(`placeholder.${sendsBy}`)}
        rows={3}
        disabled={closed}
        value={text}
        aria-invalid={tooLong}
        onChange={({ target, nativeEvent }) => {
          onType(target.value)
          if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) track(target)
        }}
        onCompositionEnd={({ currentTarget }) => {
          track(currentTarget)
        }}
        onSelect={({ currentTarget, nativeEvent }) => {
          if (!('isComposing' in nativeEvent && nativeEvent.isComposing)) track(currentTarget)
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={writing.paused}
      />
    </>
  )
}
