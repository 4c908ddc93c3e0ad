import { expect, it } from 'vitest'
import { mailServerOf } from './mail-server.ts'

const login = { user: 'u', pass: 'p' }

it.each([
  ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'offered', login: undefined }],
  ['smtp://mail.example/', { host: 'mail.example', port: 587, tls: 'offered', login: undefined }],
  ['smtp://mail.example:25?tls=never', { host: 'mail.example', port: 25, tls: 'never', login: undefined }],
  ['smtp://mail.example?tls=required', { host: 'mail.example', port: 587, tls: 'required', login: undefined }],
  ['smtp://u:p@mail.example', { host: 'mail.example', port: 587, tls: 'required', login }],
  ['smtp://u:p@mail.example?tls=offered', { host: 'mail.example', port: 587, tls: 'offered', login }],
  ['smtp://u:p@127.0.0.1:2525', { host: '127.0.0.1', port: 2525, tls: 'offered', login }],
  ['smtp://u:p@[::1]:2525', { host: '::1', port: 2525, tls: 'offered', login }],
  ['smtps://u:p@mail.example', { host: 'mail.example', port: 465, tls: 'implicit', login }],
  ['smtps://a%40b.example:p%2F%3A@mail.example:4465', {
    host: 'mail.example', port: 4465, tls: 'implicit', login: { user: 'a@b.example', pass: 'p/:' },
  }],
])('%s is understood', (address, expected) => {
  expect(mailServerOf(address)).toEqual(expected)
})

it.each([
  'mail.example', 'http://mail.example', 'smtp://', 'smtp://mail.example/queue', 'smtp://mail.example#x', 'smtp://mail.example?tls=yes',
  'smtp://mail.example?tls=never&tls=required', 'smtp://mail.example?pool=true', 'smtps://mail.example?tls=never', 'smtp://u@mail.example',
  'smtp://:p@mail.example', 'smtp://u:%zz@mail.example', '',
])('%s is not', (address) => {
  expect(mailServerOf(address)).toBeUndefined()
})
