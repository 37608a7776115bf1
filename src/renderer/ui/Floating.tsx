import { useEffectEvent, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'

import { placeBeside, type Align, type Rect, type Side } from './place.ts'

const FOCUSABLE = 'input, textarea, [role^="menuitem"]:not([aria-disabled="true"]), button'

export interface FloatingProps {
  /** What it belongs to: an element, which gets the focus if it was nowhere before, or a point. */
  readonly anchor: RefObject<HTMLElement | null> | Rect
  readonly role: 'dialog' | 'alertdialog' | 'menu'
  readonly label: string
  readonly side: Side
  readonly align: Align
  readonly className?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A panel above everything else, there for as long as it is rendered.
 *
 * The browser's own popover does the hard parts: the top layer, Esc, and closing by a click elsewhere.
 */
export const Floating = ({
  anchor,
  role,
  label,
  side,
  align,
  className = '',
  onClose,
  children,
}: FloatingProps) => {
  const panel = useRef<HTMLDivElement>(null)
  const place = useEffectEvent((): void => {
    const element = panel.current
    if (!element) return
    const from = 'current' in anchor ? anchor.current?.getBoundingClientRect() : anchor
    if (!from) return
    const size = { width: element.offsetWidth, height: element.offsetHeight }
    const { left, top } = placeBeside(
      from,
      size,
      { width: window.innerWidth, height: window.innerHeight },
      side,
      align,
    )
    element.style.left = `${left}px`
    element.style.top = `${top}px`
  })
  /** Whoever opened it by a key while writing goes on writing. */
  const giveFocusBack = useEffectEvent((before: Element | null): void => {
    if (!panel.current?.contains(document.activeElement) || !('current' in anchor)) return
    if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus()
    if (panel.current.contains(document.activeElement)) anchor.current?.focus()
  })

  useLayoutEffect(() => {
    const element = panel.current
    if (!element) return
    const before = document.activeElement
    element.showPopover()
    place()
    const first =
      element.querySelector<HTMLElement>('[data-first]') ?? element.querySelector<HTMLElement>(FOCUSABLE)
    ;(first ?? element).focus()
    // What is inside may still be loading, and the window may change its size.
    const watcher = new ResizeObserver(() => {
      place()
    })
    watcher.observe(element)
    watcher.observe(document.documentElement)
    return () => {
      watcher.disconnect()
      giveFocusBack(before)
    }
  }, [])

  return (
    <div
      ref={panel}
      popover="auto"
      role={role}
      aria-label={label}
      tabIndex={-1}
      className={`fy-surface fy-floating ${className}`}
      onToggle={(event) => {
        // React lets it bubble: a menu inside that closes takes nothing with it.
        if (event.newState === 'closed' && event.target === event.currentTarget) onClose()
      }}
    >
      {children}
    </div>
  )
}
