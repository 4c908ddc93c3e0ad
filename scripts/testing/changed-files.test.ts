import { expect, test } from 'vitest'
import { journeysOf, serverTestsOf } from './changed-files.ts'

test('a change of a noun touches that noun at the server, a change of the screen nothing there', () => {
  expect(serverTestsOf(['domain/mail/effects.ts', 'server/store/mail/outbox.ts'])).toEqual(['server/app/mail/', 'server/store/mail/'])
  expect(serverTestsOf(['server/node/env.ts'])).toEqual(['server/node/'])
  expect(serverTestsOf(['src/features/mail/mail-list.tsx', 'server/app/api.ts'])).toEqual([])
})

test('a journey is run when its own file has changed', () => {
  expect(journeysOf(['e2e/invitations/mail.e2e.ts', 'e2e/steps.ts', 'src/ui/forms/form.tsx'])).toEqual(['e2e/invitations/mail.e2e.ts'])
})
