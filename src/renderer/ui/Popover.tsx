import {
  useRef,
  useState,
  type PointerEventHandler,
  type MouseEventHandler,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react'

import { Floating } from './Floating.tsx'
import type { Align, Side } from './place.ts'

/** What the button that opens it must carry. */
export interface TriggerProps {
  readonly ref: Ref<HTMLButtonElement>
  readonly 'aria-haspopup': 'dialog' | 'menu'
  readonly 'aria-expanded': boolean
  readonly onPointerDown: PointerEventHandler
  readonly onClick: MouseEventHandler
}

export interface PopoverProps {
  readonly label: string
  readonly role?: 'dialog' | 'menu'
  readonly side?: Side
  readonly align?: Align
  readonly className?: string
  /** For whoever opens it by a key as well. */
  readonly button?: RefObject<HTMLButtonElement | null>
  readonly trigger: (props: TriggerProps) => ReactNode
  /** Rendered only while it is open. */
  readonly children: (close: () => void) => ReactNode
}

/** A button and the panel it opens. */
export const Popover = (props: PopoverProps) => {
  const { label, role = 'dialog', side = 'below', align = 'start', className = '', trigger, children } = props
  const [open, setOpen] = useState(false)
  const own = useRef<HTMLButtonElement>(null)
  const button = props.button ?? own
  // A click on the button of an open panel closes it twice: as a click elsewhere, and as a click on the button.
  const openBefore = useRef(false)
  const close = (): void => {
    setOpen(false)
  }
  return (
    <>
      {trigger({
        ref: button,
        'aria-haspopup': role,
        'aria-expanded': open,
        onPointerDown: () => {
          openBefore.current = open
        },
        onClick: (event) => {
          setOpen(event.detail === 0 ? !open : !openBefore.current)
        },
      })}
      {open ? (
        <Floating
          anchor={button}
          role={role}
          label={label}
          side={side}
          align={align}
          className={className}
          onClose={close}
        >
          {children(close)}
        </Floating>
      ) : null}
    </>
  )
}
