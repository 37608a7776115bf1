/** The look of an invitation; above the page, below the chat. On a phone its buttons leave room for the entry. */
export const popupSheet = (): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(CSS)
  return sheet
}

const CSS = `
:host {
  all: initial !important; position: fixed !important; inset: auto 0 0 auto !important; width: 0 !important; height: 0 !important;
  z-index: 2146999000 !important; display: block !important; color-scheme: light dark !important;
}
.box {
  position: fixed; inset: auto 20px calc(96px + env(safe-area-inset-bottom)) auto; box-sizing: border-box;
  width: min(340px, calc(100vw - 32px)); max-height: 40dvh; overflow: auto; padding: 16px; border-radius: 12px;
  background: light-dark(#fff, #23262d); color: light-dark(#1b1e24, #eceef2);
  border-top: 4px solid var(--brand); box-shadow: 0 8px 32px rgb(0 0 0 / 24%), 0 0 0 1px rgb(0 0 0 / 8%);
  font: 400 14px/22px system-ui, sans-serif; text-align: start; visibility: hidden; opacity: 0;
}
.box.here { visibility: visible; opacity: 1 }
.bar {
  inset: auto 0 0 0; width: 100%; border-radius: 12px 12px 0 0; padding-bottom: calc(16px + env(safe-area-inset-bottom));
}
.bar .actions { padding-inline-end: 72px }
canvas, img { display: block; width: 100%; max-height: min(140px, 12dvh); margin: 0 0 12px; border-radius: 8px; object-fit: cover }
.body { padding-inline-end: 32px; overflow-wrap: anywhere }
h2, p { margin: 0 }
h2 { font: 600 16px/24px system-ui, sans-serif }
.name { font-size: 12px; line-height: 18px; opacity: .8 }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 12px }
button { font: inherit; min-height: 44px; padding: 0 16px; border: 0; border-radius: 8px; cursor: pointer }
.accept { background: var(--brand); color: var(--on-brand); font-weight: 600 }
.decline { background: none; color: inherit; box-shadow: inset 0 0 0 1px currentColor }
.close { position: absolute; top: 4px; inset-inline-end: 4px; width: 44px; padding: 0; background: none; color: inherit; font-size: 22px }
:is(canvas, img) ~ .close { background: light-dark(#fffc, #23262dcc) }
button:focus-visible { outline: 3px solid light-dark(#1b1e24, #fff); outline-offset: 2px }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media (min-width: 640px) and (prefers-reduced-motion: no-preference) { .box { transition: opacity .2s } }
@media (min-width: 640px) { .box { max-height: calc(100dvh - 116px) } canvas, img { max-height: 140px } .bar { display: flex; align-items: center; justify-content: center; gap: 24px } .bar .actions { margin: 0; padding: 0 } .bar canvas, .bar img { width: 128px; max-height: 96px; margin: 0 } }
@media print { :host { display: none !important } }
`
