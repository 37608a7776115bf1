import { expect, it } from 'vitest'

import { isPrivate, serverAddress } from './serverAddress.ts'

it.each([
  ['desk.example.com', 'https://desk.example.com'],
  [' https://desk.example.com:8443// ', 'https://desk.example.com:8443'],
  ['http://127.0.0.1:4310', 'http://127.0.0.1:4310'],
  ['https://desk.example.com@evil.example', null],
  ['', null],
  ['two words', null],
])('%j is the server %j', (given, address) => {
  expect(serverAddress(given)).toBe(address)
})

it.each([
  ['https://desk.example.com', true],
  ['http://localhost:4310', true],
  ['http://127.0.0.1:4310', true],
  ['http://[::1]:4310', true],
  ['http://desk.example.com', false],
  ['http://127.0.0.1.evil.example', false],
  ['http://192.168.1.5', false],
])('what is said to %s is private: %s', (address, expected) => {
  expect(isPrivate(address)).toBe(expected)
})
