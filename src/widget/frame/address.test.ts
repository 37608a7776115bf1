import { expect, it } from 'vitest'

import { readAddress } from './address.ts'

it('reads the frame’s and the page’s address', () => {
  expect(
    readAddress('https://s.example/widget/frame.html?widget=w1&origin=https%3A%2F%2Fshop.example%2Fx'),
  ).toEqual({
    widgetId: 'w1',
    hostOrigin: 'https://shop.example',
    forcedLanguage: null,
    forcedTheme: null,
    messagePage: false,
    visit: '',
    ticket: '',
  })
  expect(readAddress('https://s.example/chat/w-2?lang=en&theme=dark')).toEqual({
    widgetId: 'w-2',
    hostOrigin: null,
    forcedLanguage: 'en',
    forcedTheme: 'dark',
    messagePage: false,
    visit: '',
    ticket: '',
  })
})

it('knows who comes by an invitation', () => {
  const key = 'a'.repeat(32)
  expect(readAddress(`https://s.example/chat/w1#visit=${key}`)?.visit).toBe(key)
  expect(readAddress('https://s.example/chat/w1#visit=<b>')?.visit).toBe('')
})

it('R-18-057 knows who comes by a link that was sent to them', () => {
  const ticket = 'org.ticket.0198-id.1700000000000.se-al_'
  expect(readAddress(`https://s.example/chat/w1#link=${ticket}`)?.ticket).toBe(ticket)
  expect(readAddress('https://s.example/chat/w1#link=<b>')?.ticket).toBe('')
})

it('knows the page that is opened to leave a message', () => {
  expect(readAddress('https://s.example/chat/w1?message')?.messagePage).toBe(true)
})

it('refuses addresses without a widget, and origins nobody can have', () => {
  expect(readAddress('https://s.example/chat/')).toBeNull()
  expect(readAddress('https://s.example/widget/frame.html?widget=%3Cscript%3E')).toBeNull()
  expect(readAddress('https://s.example/chat/w1?origin=null')?.hostOrigin).toBeNull()
  expect(readAddress('https://s.example/chat/w1?origin=data:,x')?.hostOrigin).toBeNull()
})
