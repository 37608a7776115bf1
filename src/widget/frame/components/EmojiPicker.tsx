import { useEffect, useRef } from 'preact/hooks'

import { useSpeech } from '../context.ts'

const EMOJI = [
  ...['😀', '😄', '😂', '🙂', '😉', '😊', '😍', '🤔', '😅', '😭', '😢', '😠', '😱', '😴', '🤝', '🙏'],
  ...['👍', '👎', '👌', '👏', '💪', '👋', '❤️', '💔', '🎉', '🎁', '🌹', '☕', '✅', '❌', '❓', '❗'],
]
const COLUMNS = 8

export interface EmojiPickerProps {
  readonly onPick: (emoji: string) => void
  readonly onClose: () => void
}

/** A small set; arrow keys move, Esc goes back to the text. */
export const EmojiPicker = ({ onPick, onClose }: EmojiPickerProps) => {
  const { words } = useSpeech()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('button')?.focus()
  }, [])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
      return
    }
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS }
    if (!(event.key in steps)) return
    event.preventDefault()
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])]
    const from = buttons.findIndex((button) => button === document.activeElement)
    buttons[from + steps[event.key as keyof typeof steps]]?.focus()
  }

  return (
    <div class="emojis" ref={box} role="group" aria-label={words.emojis} onKeyDown={onKeyDown}>
      {EMOJI.map((emoji) => (
        <button
          key={emoji}
          type="button"
          onClick={() => {
            onPick(emoji)
          }}
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}
