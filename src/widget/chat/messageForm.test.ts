import { expect, it } from 'vitest'

import { createStorage } from '../shared/storage.ts'
import { forgetText, keepForm, readForm } from './messageForm.ts'

const FORM = { name: '李雷', phone: '', email: 'li@example.com', text: '请回电' }

it('R-02-104 what is typed survives a reload; after sending only the text is gone', () => {
  const storage = createStorage(() => {
    throw new Error('refused')
  }, 'w1')
  expect(readForm(storage)).toEqual({ form: { name: '', phone: '', email: '', text: '' }, id: null })
  keepForm(storage, { form: FORM, id: 'id-1' })
  expect(readForm(storage)).toEqual({ form: FORM, id: 'id-1' })
  forgetText(storage)
  expect(readForm(storage)).toEqual({ form: { ...FORM, text: '' }, id: null })
  storage.set('message-form', '{"form":{"name":5}}')
  expect(readForm(storage).form.name).toBe('')
})
