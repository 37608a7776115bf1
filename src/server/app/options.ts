/** Everything that can be set about a server. The table in the README is made of this one. */

export interface Option {
  /** Given as `--name value`, or alone where it takes none. */
  readonly flag?: string
  readonly variable?: string
  readonly value: 'none' | 'text' | 'number' | 'list'
  readonly fallback?: string
  readonly about: string
}

export const OPTIONS = {
  data: {
    flag: 'data',
    variable: 'FOYER_DATA',
    value: 'text',
    about: 'Folder of everything the server keeps: database, files, keys',
  },
  port: {
    flag: 'port',
    variable: 'FOYER_PORT',
    value: 'number',
    fallback: '7300',
    about: 'Port to listen on; 0: any free one',
  },
  host: {
    flag: 'host',
    variable: 'FOYER_HOST',
    value: 'text',
    fallback: '127.0.0.1',
    about: 'Address to listen on; 0.0.0.0: all of the machine',
  },
  demo: {
    flag: 'demo',
    value: 'none',
    about: 'Make the demonstration organisation, its shop and its customers',
  },
  demoNewcomers: {
    variable: 'FOYER_DEMO_NEWCOMERS',
    value: 'text',
    fallback: 'on',
    about: 'on or off: whether further customers come to the demonstration while somebody is at a desk',
  },
  webRoot: {
    flag: 'web-root',
    variable: 'FOYER_WEB_ROOT',
    value: 'text',
    about: 'Folder of the built web workbench',
  },
  widgetRoot: {
    flag: 'widget-root',
    variable: 'FOYER_WIDGET_ROOT',
    value: 'text',
    about: 'Folder of the built widget',
  },
  parent: { flag: 'parent', value: 'none', about: 'Stop when the program that started the server is gone' },
  databaseUrl: {
    variable: 'DATABASE_URL',
    value: 'text',
    about:
      'PostgreSQL to keep the data in, such as postgres://user:password@host/name; without it a file in the data folder',
  },
  publicUrl: {
    variable: 'FOYER_PUBLIC_URL',
    value: 'text',
    about: 'Address under which people reach the server, such as https://chat.example.com',
  },
  origins: {
    variable: 'FOYER_ORIGINS',
    value: 'list',
    about: 'Further origins whose pages may connect, besides the server itself',
  },
  trustedProxies: {
    variable: 'FOYER_TRUSTED_PROXIES',
    value: 'list',
    about: 'Addresses of proxies whose X-Forwarded-For is believed',
  },
  metricsToken: {
    variable: 'FOYER_METRICS_TOKEN',
    value: 'text',
    about: 'Lets other machines read /metrics, as authorization: Bearer',
  },
  messageSearch: {
    variable: 'FOYER_MESSAGE_SEARCH',
    value: 'text',
    fallback: 'on',
    about: 'on or off: whether agents can search messages on the server; off saves the work of indexing them',
  },
  privateWebhooks: {
    variable: 'FOYER_PRIVATE_WEBHOOKS',
    value: 'text',
    fallback: 'off',
    about:
      'on or off: whether webhooks, speech and translation may lead to addresses of the own network, and go without encryption',
  },
  smtpUrl: {
    variable: 'FOYER_SMTP_URL',
    value: 'text',
    about:
      'Mail server, such as smtps://user:password@mail.example.com; customers can then sign in with a code by e-mail',
  },
  mailFrom: {
    variable: 'FOYER_MAIL_FROM',
    value: 'text',
    about: 'As whom the server writes mail, such as Example <service@example.com>',
  },
  logLevel: {
    variable: 'FOYER_LOG_LEVEL',
    value: 'text',
    fallback: 'info',
    about: 'debug, info, warn or error',
  },
  limitScale: {
    variable: 'FOYER_LIMIT_SCALE',
    value: 'number',
    fallback: '1',
    about: 'Multiplies all rate limits; for load tests',
  },
} as const satisfies Readonly<Record<string, Option>>

export type OptionName = keyof typeof OPTIONS
