import { useRef, useState } from 'preact/hooks'

import { useSpeech } from '../context.ts'
import { Icon, type IconName } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'

export interface HeaderMenuProps {
  readonly sound: boolean
  readonly onSound: () => void
  readonly largeText: boolean
  readonly onLargeText: () => void
  readonly onLanguage: () => void
  readonly large: boolean
  readonly onResize: (() => void) | null
}

/** How the window is: behind one button, because most customers never need it and a phone has little room. */
export const HeaderMenu = (props: HeaderMenuProps) => {
  const { sound, onSound, largeText, onLargeText, onLanguage, large, onResize } = props
  const { words } = useSpeech()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const close = (): void => {
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }
  const item = (icon: IconName, text: string, act: () => void, className = '') => (
    <button
      type="button"
      class={className}
      onClick={() => {
        close()
        act()
      }}
    >
      <Icon name={icon} />
      {text}
    </button>
  )
  return (
    <div
      ref={box}
      class="header-menu"
      role="group"
      aria-label={words.window}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !box.current?.contains(relatedTarget)) setOpen(false)
      }}
    >
      <IconButton
        icon="more"
        name={words.window}
        pressed={open}
        onClick={() => {
          setOpen(!open)
        }}
      />
      {open && (
        <div class="header-panel">
          {item('language', words.language, onLanguage)}
          {item('text', largeText ? words.textUsual : words.textLarger, onLargeText)}
          {item(sound ? 'sound' : 'silent', sound ? words.soundOff : words.soundOn, onSound)}
          {onResize &&
            item(large ? 'shrink' : 'grow', large ? words.smaller : words.larger, onResize, 'wide-only')}
        </div>
      )}
    </div>
  )
}
