import { expect, it } from 'vitest'
import { auditView } from './audit-view.ts'

const view = (query: string) => auditView.read(new URLSearchParams(query))

it.each([
  ['nothing', '', {}],
  [
    'days and what is done through what', 'from=2026-03-01&to=2026-03-10&through=token',
    { from: '2026-03-01', to: '2026-03-10', through: 'token' },
  ],
  ['a day that there is not', 'from=2026-02-30', {}],
  ['words that the log does not know', 'action=none.such&outcome=maybe&through=fax&customer=me', {}],
  ['a person and an outcome', 'by=Hana+Yoon&outcome=refused', { by: 'Hana Yoon', outcome: 'refused' }],
])('the address is the view: %s', (_name, query, expected) => {
  expect(view(query)).toEqual(expected)
})

it.each([
  '', 'from=2026-03-01&to=2026-03-10&action=invitation.sent&by=Hana+Yoon&through=browser&outcome=done',
])('goes there and back: "%s"', (query) => {
  expect(auditView.write(view(query))).toBe(query)
})
