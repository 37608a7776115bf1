import { describe, expect, it } from 'vitest'

import { readConfig } from './config.ts'

describe('the configuration', () => {
  it('is read from arguments first, then from the environment', () => {
    const read = readConfig(['--data', '/tmp/x', '--port', '8080', '--demo'], {
      FOYER_PORT: '9090',
      FOYER_HOST: '0.0.0.0',
      FOYER_PUBLIC_URL: 'https://Chat.Example.com/',
      FOYER_ORIGINS: 'https://a.example, app://foyer',
    })
    expect(read).toMatchObject({
      ok: true,
      config: {
        data: '/tmp/x',
        port: 8080,
        host: '0.0.0.0',
        demo: true,
        demoNewcomers: true,
        parent: false,
        publicUrl: 'https://chat.example.com',
        origins: ['https://a.example', 'app://foyer'],
        messageSearch: true,
        logLevel: 'info',
        limitScale: 1,
      },
    })
  })

  it('says everything that is wrong at once, in sentences', () => {
    const read = readConfig(['--port', 'http'], {
      DATABASE_URL: 'mysql://x',
      FOYER_PUBLIC_URL: 'chat.example.com',
      FOYER_ORIGINS: 'https://a.example/path',
      FOYER_METRICS_TOKEN: 'short',
      FOYER_MESSAGE_SEARCH: 'maybe',
      FOYER_DEMO_NEWCOMERS: 'few',
      FOYER_SMTP_URL: 'mail.example.com',
      FOYER_LOG_LEVEL: 'loud',
      FOYER_LIMIT_SCALE: '0',
    })
    if (read.ok) throw new Error('accepted')
    expect(read.problems).toHaveLength(13)
    for (const problem of read.problems) expect(problem).toMatch(/\.$/u)
  })

  it('refuses arguments it does not know', () => {
    const read = readConfig(['--data', '/tmp/x', '--colour', 'red'], {})
    expect(read).toMatchObject({ ok: false, problems: [expect.stringContaining('--colour')] })
  })
})
