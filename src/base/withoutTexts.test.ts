import { expect, it } from 'vitest'

import { withoutTexts } from './withoutTexts.ts'

it('keeps figures and codes, and nothing that somebody wrote', () => {
  const quoting = Object.assign(new SyntaxError('Unexpected token 你'), { code: 'corrupt' })
  expect(
    withoutTexts({
      code: 'certificate-expired',
      id: '01920000-0000-7000-8000-000000000001',
      restartInMs: 500,
      kept: true,
      name: '林晓',
      given: 'Mia Chen',
      account: 'mia@kettle.example',
      text: 'my card number is 4711',
      token: 'kX3vY9mQ2rT7wB5nZ8cF4hJ6gL1pS0dA_eUiOqWzRtY',
      nested: { text: 'hidden' },
      error: quoting,
    }),
  ).toEqual({
    code: 'certificate-expired',
    id: '01920000-0000-7000-8000-000000000001',
    restartInMs: 500,
    kept: true,
    error: 'SyntaxError corrupt',
  })
})
