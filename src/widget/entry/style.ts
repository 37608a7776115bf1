/**
 * The look of the entry, as a constructed style sheet: a strict policy of the page allows that, and nothing inline.
 *
 * `!important` inside a shadow tree wins over the page's, so `* { all: unset !important }` does nothing here.
 */
export const entrySheet = (): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(CSS)
  return sheet
}

const CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto 0 0 auto !important;
  width: 0 !important;
  height: 0 !important;
  z-index: 2147483000 !important;
  display: block !important;
  color-scheme: normal !important;
}
:host([hidden]) { display: none !important }
.entry, .panel { position: fixed; inset-inline-end: 20px; direction: ltr; box-sizing: border-box }
.left .entry, .left .panel { inset-inline: 20px auto }
.entry {
  bottom: calc(20px + env(safe-area-inset-bottom));
  width: 56px; height: 56px; padding: 0; border: 0; border-radius: 50%;
  display: grid; place-items: center; cursor: pointer;
  background: var(--brand); color: var(--on-brand);
  box-shadow: 0 4px 16px rgb(0 0 0 / 24%);
}
.entry:focus-visible, .close:focus-visible { outline: 3px solid var(--on-brand); outline-offset: -6px; box-shadow: 0 0 0 3px var(--brand) }
svg { width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round }
.badge {
  position: absolute; top: -4px; inset-inline-end: -4px; min-width: 22px; height: 22px; padding: 0 6px;
  box-sizing: border-box; border-radius: 11px; border: 2px solid #fff;
  background: #c2261d; color: #fff; font: 600 12px/18px system-ui, sans-serif; text-align: center;
}
[hidden] { display: none !important }
.panel {
  bottom: calc(88px + env(safe-area-inset-bottom));
  width: min(max(var(--width), 320px), calc(100vw - 40px));
  height: min(max(var(--height), 400px), calc(100dvh - 108px));
  min-width: 320px; min-height: min(400px, 100dvh);
  overflow: hidden; border-radius: 12px; background: #f5f6f8;
  box-shadow: 0 8px 32px rgb(0 0 0 / 24%), 0 0 0 1px rgb(0 0 0 / 8%);
}
@media (max-height: 520px) { .panel { bottom: 0; height: 100dvh } .open .entry { display: none } }
.wait {
  position: absolute; inset: 0 0 auto 0; display: flex; align-items: center; justify-content: space-between;
  padding: 16px; background: var(--brand); color: var(--on-brand); font: 600 16px/24px system-ui, sans-serif;
}
.close { width: 44px; height: 44px; margin: -10px; padding: 0; border: 0; background: none; color: inherit; cursor: pointer }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; color-scheme: light dark }
@media (max-width: 639px) {
  .panel { inset: 0 !important; width: 100%; height: 100dvh; min-width: 0; border-radius: 0 }
  .open .entry { display: none }
}
@media (prefers-color-scheme: dark) { .panel { background: #16181d } }
@media print { :host { display: none !important } }
`
