import { useEffect, useLayoutEffect, useRef, useState } from 'react'

import { placeBeside } from './place.ts'

const AFTER_MS = 400

interface Tip {
  readonly text: string
  readonly shortcut: string | null
  readonly of: Element
}

/**
 * The one tooltip of the window.
 *
 * Buttons only carry `data-tip` and `data-tip-key`; nothing is rendered and nobody listens per button. What it says is
 * the button's name already, so it is hidden from screen readers.
 */
export const TooltipLayer = () => {
  const [tip, setTip] = useState<Tip | null>(null)
  const element = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = (): void => {
      clearTimeout(timer)
      setTip(null)
    }
    const show = (target: EventTarget | null): void => {
      const of = target instanceof Element ? target.closest('[data-tip]') : null
      hide()
      if (!of) return
      timer = setTimeout(() => {
        if (!of.isConnected) return
        setTip({ text: of.getAttribute('data-tip') ?? '', shortcut: of.getAttribute('data-tip-key'), of })
      }, AFTER_MS)
    }
    const onOver = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch') show(event.target)
    }
    const onFocus = (event: FocusEvent): void => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) show(event.target)
    }
    document.addEventListener('pointerover', onOver)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', hide)
    document.addEventListener('pointerdown', hide)
    document.addEventListener('keydown', hide)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', onOver)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', hide)
      document.removeEventListener('pointerdown', hide)
      document.removeEventListener('keydown', hide)
    }
  }, [])

  useLayoutEffect(() => {
    const box = element.current
    if (!box || !tip) return
    box.showPopover()
    const size = { width: box.offsetWidth, height: box.offsetHeight }
    const from = tip.of.getBoundingClientRect()
    const centred = {
      left: from.left + (from.width - size.width) / 2,
      top: from.top,
      width: size.width,
      height: from.height,
    }
    const { left, top } = placeBeside(
      centred,
      size,
      { width: window.innerWidth, height: window.innerHeight },
      'below',
      'start',
    )
    box.style.left = `${left}px`
    box.style.top = `${top}px`
  }, [tip])

  return tip ? (
    <div ref={element} popover="manual" className="fy-tip" aria-hidden="true">
      {tip.text}
      {tip.shortcut ? <kbd>{tip.shortcut}</kbd> : null}
    </div>
  ) : null
}
