/** Which build a page of the web workbench is: the name of its first script says so, because builds name by content. */
const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"/u

/** Null: that is no page of ours, such as what a proxy says instead. */
export const scriptOf = (html: string): string | null => SCRIPT.exec(html)?.[1] ?? null

/** Whether the server has another build than the one that runs here; what cannot be found out is no news. */
export const hasNewBuild = async (): Promise<boolean> => {
  const running = document.querySelector('script[type="module"][src]')?.getAttribute('src')
  try {
    const answer = await fetch(new URL('./', window.location.href), { cache: 'no-store' })
    const offered = answer.ok ? scriptOf(await answer.text()) : null
    return offered !== null && running !== undefined && running !== null && offered !== running
  } catch {
    return false
  }
}
