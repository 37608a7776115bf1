import { expect, it } from 'vitest'

import { MessageBody } from '../../protocol/model/index.ts'
import { withoutAnnotations } from './annotations.ts'

it('gives back what was said, without translations and previews', () => {
  const said = { kind: 'text', text: 'https://a.example', mentions: ['agent-1'] }
  const preview = { url: 'https://a.example/', title: 'A', description: '', site: '', picture: null }
  const body = MessageBody.parse({ ...said, annotations: { en: { state: 'done', text: 'A' } }, preview })
  expect(body).toHaveProperty('preview', preview)
  expect(withoutAnnotations(body)).toEqual(said)
  // What a newer program means by it is left out, and the message stays.
  expect(MessageBody.parse({ ...said, preview: { hologram: true } })).toEqual({ ...said, preview: undefined })
})
