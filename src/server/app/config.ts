/** Reads and checks the whole configuration before anything starts, and says all that is wrong with it at once. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { OPTIONS, type Option, type OptionName } from './options.ts'

export interface Config {
  readonly data: string
  readonly port: number
  readonly host: string
  readonly demo: boolean
  readonly demoNewcomers: boolean
  readonly parent: boolean
  readonly webRoot: string | undefined
  readonly widgetRoot: string | undefined
  readonly databaseUrl: string | undefined
  /** Undefined: the address it listens on. */
  readonly publicUrl: string | undefined
  readonly origins: readonly string[]
  readonly trustedProxies: readonly string[]
  readonly metricsToken: string | undefined
  readonly messageSearch: boolean
  readonly privateWebhooks: boolean
  /** Undefined: no mail can be sent. */
  readonly mail: { readonly url: string; readonly from: string } | undefined
  readonly logLevel: LogLevel
  readonly limitScale: number
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

const options: Readonly<Record<OptionName, Option>> = OPTIONS
const LONGEST_METRICS_TOKEN = 256

export const readConfig = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ConfigResult => {
  const given = readFlags(args)
  // The rest would only repeat it.
  if (typeof given === 'string') return { ok: false, problems: [given] }
  const flags = given
  const problems: string[] = []

  const text = (name: OptionName): string | undefined => {
    const { flag, variable, fallback } = options[name]
    const value = (flag && flags[flag]) ?? (variable && environment[variable])
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : fallback
  }
  const set = (name: OptionName): boolean => flags[options[name].flag ?? ''] === true
  const list = (name: OptionName): string[] =>
    (text(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  const number = (name: OptionName, isGood: (value: number) => boolean, wanted: string): number => {
    const value = Number(text(name))
    if (!isGood(value)) problems.push(`${title(name)} must be ${wanted}, not "${text(name)}".`)
    return value
  }
  const origin = (name: OptionName, value: string): string => {
    if (/^[a-z][a-z\d+.-]*:\/\/[^/?#\s]+$/iu.test(value)) return value.toLowerCase()
    problems.push(
      `${title(name)}: "${value}" is not an address like https://chat.example.com, without a path.`,
    )
    return value
  }

  const data = text('data')
  if (data === undefined) problems.push('Say where to keep the data: --data FOLDER.')
  const databaseUrl = text('databaseUrl')
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\//u.test(databaseUrl)) {
    problems.push('DATABASE_URL must begin with postgres:// or postgresql://.')
  }
  const publicUrl = text('publicUrl')
  if (publicUrl !== undefined && !/^https?:/u.test(publicUrl)) {
    problems.push('FOYER_PUBLIC_URL must begin with https:// or http://.')
  }
  const metricsToken = text('metricsToken')
  if (metricsToken !== undefined && !/^[\w-]{16,}$/u.test(metricsToken.slice(0, LONGEST_METRICS_TOKEN + 1))) {
    problems.push('FOYER_METRICS_TOKEN needs at least 16 letters, digits, - or _.')
  }
  const messageSearch = text('messageSearch')
  if (messageSearch !== 'on' && messageSearch !== 'off') {
    problems.push('FOYER_MESSAGE_SEARCH must be on or off.')
  }
  const privateWebhooks = text('privateWebhooks')
  if (privateWebhooks !== 'on' && privateWebhooks !== 'off') {
    problems.push('FOYER_PRIVATE_WEBHOOKS must be on or off.')
  }
  const demoNewcomers = text('demoNewcomers')
  if (demoNewcomers !== 'on' && demoNewcomers !== 'off') {
    problems.push('FOYER_DEMO_NEWCOMERS must be on or off.')
  }
  const smtpUrl = text('smtpUrl')
  if (smtpUrl !== undefined && (!/^smtps?:\/\/[^/]/u.test(smtpUrl) || !URL.canParse(smtpUrl))) {
    problems.push('FOYER_SMTP_URL must look like smtps://user:password@mail.example.com.')
  }
  const mailFrom = text('mailFrom')
  if (smtpUrl !== undefined && !mailFrom?.includes('@')) {
    problems.push('FOYER_SMTP_URL needs FOYER_MAIL_FROM, an address such as service@example.com.')
  }
  const logLevel = LOG_LEVELS.find((level) => level === text('logLevel'))
  if (!logLevel) problems.push(`FOYER_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`)

  const config: Config = {
    data: resolve(data ?? '.'),
    port: number(
      'port',
      (value) => Number.isInteger(value) && value >= 0 && value <= 65_535,
      'a number from 0 to 65535',
    ),
    host: text('host') ?? '127.0.0.1',
    demo: set('demo'),
    demoNewcomers: demoNewcomers === 'on',
    parent: set('parent'),
    webRoot: folder(text('webRoot')),
    widgetRoot: folder(text('widgetRoot')),
    databaseUrl,
    publicUrl: publicUrl && origin('publicUrl', publicUrl.replace(/\/+$/u, '')),
    origins: list('origins').map((value) => origin('origins', value)),
    trustedProxies: list('trustedProxies'),
    metricsToken,
    messageSearch: messageSearch === 'on',
    privateWebhooks: privateWebhooks === 'on',
    mail: smtpUrl === undefined || mailFrom === undefined ? undefined : { url: smtpUrl, from: mailFrom },
    logLevel: logLevel ?? 'info',
    limitScale: number('limitScale', (value) => value > 0 && value <= 1_000_000, 'a number above 0'),
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config }
}

/** The flags, or the sentence that says what is wrong with them. */
const readFlags = (args: readonly string[]): Record<string, string | boolean | undefined> | string => {
  const known = Object.values(options).flatMap(({ flag, value }) =>
    flag === undefined ? [] : [[flag, { type: value === 'none' ? 'boolean' : 'string' }] as const],
  )
  try {
    return parseArgs({ args: [...args], options: Object.fromEntries(known), strict: true }).values
  } catch (error) {
    const sentence = (error instanceof Error ? error.message : String(error)).split('. ')[0] ?? ''
    return `${sentence.replace(/\.$/u, '')}.`
  }
}

const title = (name: OptionName): string => {
  const { flag, variable } = options[name]
  return flag ? `--${flag}` : (variable ?? name)
}

const folder = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : resolve(path)
