import type { WidgetSettings } from '../../protocol/wire/index.ts'

/** Those of last time, so that nothing changes its look when the connection is there; an earlier version kept fewer. */
export const parseSettings = (text: string | null): WidgetSettings | null => {
  try {
    const known = JSON.parse(text ?? 'null') as WidgetSettings | null
    return (
      known && {
        ...known,
        face: known.face ?? 'agent',
        tools: known.tools ?? [],
        profile: known.profile ?? null,
        ownLanguage: known.ownLanguage ?? 'zh-CN',
        menu: known.menu ?? null,
        form: known.form ?? null,
        messageStyle: known.messageStyle ?? 'bubbles',
        showsTyped: known.showsTyped ?? false,
        cookies: known.cookies ?? 'persistent',
      }
    )
  } catch {
    return null
  }
}
