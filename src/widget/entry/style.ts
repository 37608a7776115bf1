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
  z-index: var(--z, 2147483000) !important;
  display: block !important;
  color-scheme: normal !important;
}
:host([hidden]) { display: none !important }
.entry, .panel, .contact { position: fixed; direction: ltr; box-sizing: border-box }
.entry, .contact {
  inset: auto var(--x) calc(var(--y) + env(safe-area-inset-bottom)) auto;
  font: 14px/20px system-ui, sans-serif;
}
.bottom-left .entry, .bottom-left .contact { left: var(--x); right: auto }
.top-right .entry, .top-right .contact { top: var(--y); bottom: auto }
.top-left .entry, .top-left .contact { inset: var(--y) auto auto var(--x) }
.right .entry, .right .contact { top: calc(50% + var(--y)); bottom: auto; translate: 0 -50% }
.left .entry, .left .contact { inset: calc(50% + var(--y)) auto auto var(--x); translate: 0 -50% }
.bottom .entry, .bottom .contact { left: 50%; right: auto; translate: -50% 0 }
.entry {
  padding: 0; border: 0; display: flex; align-items: center; gap: 10px; cursor: pointer;
  background: var(--brand); color: var(--on-brand);
  box-shadow: 0 4px 16px rgb(0 0 0 / 24%);
  transition: opacity 150ms;
}
.round { width: var(--icon); height: var(--icon); border-radius: 50%; justify-content: center }
.card { max-width: min(280px, calc(100vw - 32px)); min-height: 56px; padding: 8px 20px 8px 8px; border-radius: 32px; text-align: start }
.card svg { margin-inline: 10px 0 }
.bar { flex-direction: column; max-height: calc(100vh - 32px); padding: 14px 8px; border-radius: 12px; writing-mode: vertical-rl; text-orientation: mixed }
.bar b, .bar .lines span { letter-spacing: 2px }
.entry.picture { background: none; box-shadow: none }
.entry.picture:not(:has(canvas, img)) { width: var(--icon); height: var(--icon); justify-content: center; border-radius: 50%; background: var(--brand) }
.aside .entry:not(:focus-visible) { opacity: 0; pointer-events: none }
.open .entry:not(.round) { display: none }
span.picture { display: contents }
canvas, img { display: block; width: 40px; height: 40px; border-radius: 50%; object-fit: cover; background: #fff }
.round canvas, .round img { width: calc(var(--icon) - 8px); height: calc(var(--icon) - 8px) }
.bar canvas, .bar img { width: 32px; height: 32px }
.entry.picture canvas, .entry.picture img {
  width: auto; height: auto; max-width: min(240px, calc(100vw - 32px)); max-height: 240px; border-radius: 0; background: none
}
.open .round svg { display: block !important }
.open .round .picture { display: none }
.lines { display: grid; min-width: 0 }
.lines > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.lines > :empty { display: none }
.entry:focus-visible, .close:focus-visible { outline: 3px solid var(--on-brand); outline-offset: -6px; box-shadow: 0 0 0 3px var(--brand) }
svg { flex: none; width: 26px; height: 26px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round }
.badge {
  position: absolute; top: -4px; right: -4px; min-width: 22px; height: 22px; padding: 0 6px;
  box-sizing: border-box; border-radius: 11px; border: 2px solid #fff; writing-mode: horizontal-tb;
  background: #c2261d; color: #fff; font: 600 12px/18px system-ui, sans-serif; text-align: center;
}
[hidden] { display: none !important }
.contact {
  display: grid; gap: 4px; max-width: min(280px, calc(100vw - 32px)); padding: 12px 16px; border-radius: 12px;
  background: #fff; color: #1b1f27; box-shadow: 0 4px 16px rgb(0 0 0 / 24%); overflow-wrap: anywhere;
}
.contact a { color: #1d4ed8 }
.panel {
  inset: auto var(--x) min(calc(var(--y) + env(safe-area-inset-bottom)), calc(100dvh - 420px)) auto;
  width: min(max(var(--width), 320px), calc(100vw - 40px));
  height: min(max(var(--height), 400px), calc(100dvh - 108px));
  min-width: 320px; min-height: min(400px, 100dvh);
  overflow: hidden; border-radius: 12px; background: #f5f6f8;
  box-shadow: 0 8px 32px rgb(0 0 0 / 24%), 0 0 0 1px rgb(0 0 0 / 8%);
}
.panel:has(+ .round:not([hidden])) {
  bottom: max(0px, min(calc(var(--y) + var(--icon) + 12px + env(safe-area-inset-bottom)), calc(100dvh - 420px)));
}
:is(.bottom-left, .top-left, .left) > .panel { left: var(--x); right: auto }
:is(.top-right, .top-left, .right, .left) > .panel { bottom: 20px !important }
:is(.right, .left) > .panel:has(+ .round) { right: calc(var(--x) + var(--icon) + 12px) }
.left > .panel:has(+ .round) { left: calc(var(--x) + var(--icon) + 12px); right: auto }
.bottom > .panel { right: 20px }
@media (max-height: 520px) { .panel { bottom: 0 !important; height: 100dvh } .open .entry { display: none } }
.grip, .corner { position: absolute; z-index: 1; padding: 0; border: 0; background: none; touch-action: none }
.grip { top: 0; left: calc(50% - 40px); width: 80px; height: 12px; cursor: move }
.grip::after { content: ""; display: block; width: 32px; height: 4px; margin: 0 auto; border-radius: 2px; background: var(--on-brand); opacity: .6 }
.corner { right: 0; bottom: 0; width: 16px; height: 16px; cursor: nwse-resize }
.corner::after { content: ""; position: absolute; right: 3px; bottom: 3px; width: 7px; height: 7px; border: solid #8a93a1; border-width: 0 2px 2px 0 }
.grip:focus-visible, .corner:focus-visible { outline: 2px solid var(--on-brand); box-shadow: 0 0 0 4px var(--brand) }
.wait {
  position: absolute; inset: 0 0 auto 0; display: flex; align-items: center; justify-content: space-between;
  padding: 16px; background: var(--brand); color: var(--on-brand); font: 600 16px/24px system-ui, sans-serif;
}
.close { width: 44px; height: 44px; margin: -10px; padding: 0; border: 0; background: none; color: inherit; cursor: pointer }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; color-scheme: light dark }
@media (max-width: 639px) {
  .panel { inset: 0 !important; width: 100% !important; height: 100dvh !important; min-width: 0; border-radius: 0 }
  .grip, .corner { display: none }
  .open .entry { display: none }
}
@media (prefers-color-scheme: dark) {
  .panel { background: #16181d }
  .contact { background: #1e2128; color: #e8ebf0 }
  .contact a { color: #8ab0ff }
}
@media (prefers-reduced-motion: reduce) { .entry { transition: none } }
@media print { :host { display: none !important } }
`
