import { expect, it } from 'vitest'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Persona } from '../../../domain/session/schemas.ts'
import { groupPersonas } from './personas.ts'

const persona = (name: string, organizationId: string, kind: Organization['kind']): Persona => ({
  persona: name,
  user: { id: name, displayName: name, email: `${name}@contoso.example`, roles: ['user'], locale: 'en' },
  organization: {
    id: organizationId, tenantId: organizationId, displayName: organizationId, domain: 'contoso.example',
    kind, cloud: 'global', country: 'KR',
  },
})
const everyone = [
  persona('buyer', 'tailspin', 'customer'),
  persona('admin', 'contoso', 'indirect_provider'),
  persona('user', 'tailspin', 'customer'),
  persona('sales', 'contoso', 'indirect_provider'),
]
const shown = (customersFirst: boolean) =>
  groupPersonas(everyone, customersFirst).map(({ organization, people }) => [organization.id, ...people.map((one) => one.persona)])

it('gathers the people of an organization, partners first', () => {
  expect(shown(false)).toEqual([['contoso', 'admin', 'sales'], ['tailspin', 'buyer', 'user']])
})

it('puts customers first for someone who is answering an invitation', () => {
  expect(shown(true)).toEqual([['tailspin', 'buyer', 'user'], ['contoso', 'admin', 'sales']])
})
