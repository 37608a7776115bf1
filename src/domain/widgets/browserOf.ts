/** Browsers by the mark each leaves in its words; those that pretend to be others come first. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/(\d+)/u, 'WeChat'],
  [/(?:EdgA|EdgiOS|Edge?)\/(\d+)/u, 'Edge'],
  [/OPR\/(\d+)/u, 'Opera'],
  [/SamsungBrowser\/(\d+)/u, 'Samsung Internet'],
  [/(?:FxiOS|Firefox)\/(\d+)/u, 'Firefox'],
  [/(?:CriOS|Chrome)\/(\d+)/u, 'Chrome'],
  [/Version\/(\d+).*Safari\//u, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/OpenHarmony|HarmonyOS/u, 'HarmonyOS'],
  [/Android/u, 'Android'],
  [/iPhone|iPad|iPod/u, 'iOS'],
  [/Windows/u, 'Windows'],
  [/Macintosh/u, 'macOS'],
  [/CrOS/u, 'ChromeOS'],
  [/Linux/u, 'Linux'],
]

/**
 * What a browser says it is, in the few words that agents need: `Chrome 131 · Windows`. Empty: it says nothing that is
 * known here. Only what it says is repeated, nothing is guessed (R-18-051).
 */
export const browserOf = (userAgent: string): string => {
  const found: string[] = []
  for (const [mark, name] of BROWSERS) {
    const [, version] = mark.exec(userAgent) ?? []
    if (version === undefined) continue
    found.push(`${name} ${version}`)
    break
  }
  const system = SYSTEMS.find(([mark]) => mark.test(userAgent))?.[1]
  return [...found, ...(system === undefined ? [] : [system])].join(' · ')
}

/**
 * Whether it says that it is older than what the chat is made for: WebView 80, Firefox 101, Safari 16.4. A script in the
 * language of today would be an error on the page there.
 */
export const isOldBrowser = (userAgent: string): boolean => {
  if (/MSIE |Trident\/|Edge\/\d|Opera Mini|Presto\//u.test(userAgent)) return true
  const chrome = versionIn(userAgent, /Chrom(?:e|ium)\/(\d+)/u)
  if (chrome !== null) return chrome < 80
  const firefox = versionIn(userAgent, /Firefox\/(\d+)/u)
  if (firefox !== null) return firefox < 101
  // All browsers of iOS are the one of the system.
  const ios = /\bOS (\d+)_(\d+)/u.exec(userAgent) ?? /Version\/(\d+)\.(\d+).*Safari\//u.exec(userAgent)
  return ios !== null && Number(ios[1]) + Number(ios[2]) / 100 < 16.04
}

const versionIn = (userAgent: string, mark: RegExp): number | null => {
  const found = mark.exec(userAgent)
  return found && Number(found[1])
}

/** Whether it says that it is one for the hand. */
export const isMobile = (userAgent: string): boolean => /Mobi|Android|iPhone|iPad|iPod/u.test(userAgent)
