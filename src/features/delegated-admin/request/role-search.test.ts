import { expect, it } from 'vitest'
import { roleOffers } from './role-search.ts'

const role = (id: string, name: string, allows: string) => ({ id, name, allows, isPrivileged: false })
const known = {
  items: [
    role('h', 'Helpdesk Administrator', 'Resets passwords at the helpdesk.'),
    role('l', 'License Administrator', 'Assigns and takes back licenses.'),
    role('p', 'Password Administrator', 'Resets passwords of users without admin roles.'),
  ],
  tasks: [{ task: 'reset_password_of_user', roleId: 'p', words: 'Reset a password of a user without admin roles' }],
}
const found = (search: string, chosen: string[] = []) => roleOffers(known, search, chosen).map(({ id }) => id)

it('a task leads to its least role, before roles that only allow it', () => {
  expect(found('reset password')).toEqual(['task:reset_password_of_user', 'h', 'p'])
})

it('a role is found by its name and by what it allows', () => {
  expect(found('HELPDESK')).toEqual(['h'])
  expect(found('licénses')).toEqual(['l'])
})

it('what is chosen is not offered again, neither by its task', () => {
  expect(found('password', ['p'])).toEqual(['h'])
})

it('without a search everything is offered', () => {
  expect(found('')).toEqual(['task:reset_password_of_user', 'h', 'l', 'p'])
})
