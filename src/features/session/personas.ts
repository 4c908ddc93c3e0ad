import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Persona } from '../../../domain/session/schemas.ts'

export type PersonaGroup = { organization: Organization; people: Persona[] }

/** Groups personas by organisation in order; `customersFirst` puts customers at the top. */
export function groupPersonas(personas: readonly Persona[], customersFirst: boolean): PersonaGroup[] {
  const groups = new Map<string, PersonaGroup>()
  for (const persona of personas) {
    const group = groups.get(persona.organization.id)
    if (group) group.people.push(persona)
    else groups.set(persona.organization.id, { organization: persona.organization, people: [persona] })
  }
  const all = [...groups.values()]
  const isCustomer = ({ organization }: PersonaGroup) => organization.kind === 'customer'
  const customers = all.filter(isCustomer)
  const partners = all.filter((group) => !isCustomer(group))
  return customersFirst ? [...customers, ...partners] : [...partners, ...customers]
}
