import { expect, it } from 'vitest'
import { nameBesidePortal, senderOf } from './sender.ts'

const actor = { user: { email: 'sora@contoso.example' }, organization: { displayName: 'Contoso Distribution' } }

it('a mail comes from the organisation, and its answer goes to whoever asked for it', () => {
  expect(senderOf(actor)).toEqual({ name: 'Contoso Distribution', replyTo: 'sora@contoso.example' })
})

it('whoever answers a mail that a service asked for has no address to answer to', () => {
  expect(senderOf({ ...actor, user: { email: '' } }).replyTo).toBeNull()
})

it.each([
  ['Contoso', 'Contoso via Tessera'],
  ['Contoso\r\nTo: all', 'Contoso To: all via Tessera'],
])('%j is read beside the portal’s address', (name, expected) => {
  expect(nameBesidePortal(name)).toBe(expected)
})
