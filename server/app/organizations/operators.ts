import { Hono } from 'hono'
import { z } from 'zod'
import { otherwise, type RegistrationFault, registrationFaults } from '../../../domain/organizations/registration.ts'
import { type Organization, OrganizationDraft } from '../../../domain/organizations/schemas.ts'
import { recordOf } from '../audit/record.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'

type Fault = RegistrationFault | { field: string; why: 'missing' | 'malformed' }

/** What came of an organisation that an operator described. */
export type Registration =
  | { outcome: 'registered' | 'there_before' | 'partner_id_taken'; organization: Organization }
  | { outcome: 'registered_otherwise'; organization: Organization; differs: readonly ('kind' | 'cloud' | 'country')[] }
  | { outcome: 'invalid'; faults: readonly Fault[] }

export type OrganizationsPage = { items: readonly Organization[]; next?: string }

type OperatorPorts = Pick<Ports, 'store' | 'now' | 'newId' | 'policies'>

const pageSize = 200

/** What whoever runs the portal does by commands. No route of the portal leads here. */
export const operatorsApp = (ports: OperatorPorts) =>
  new Hono()
    .post('/organizations', async (c) => c.json(await register(ports, await c.req.json())))
    .get('/organizations', async (c) => {
      const after = z.uuid().optional().parse(c.req.query('after'))
      const items = await ports.store.registrations.page(pageSize, after)
      const last = items.length === pageSize ? items.at(-1) : undefined
      return c.json({ items, ...(last && { next: last.id }) } satisfies OrganizationsPage)
    })

async function register(ports: OperatorPorts, described: Readonly<Record<string, unknown>>): Promise<Registration> {
  const read = OrganizationDraft.safeParse(described)
  const malformed = (read.error?.issues ?? []).map(({ path: [field = ''] }): Fault =>
    ({ field: String(field), why: described[String(field)] === undefined ? 'missing' : 'malformed' }))
  if (!read.success) return { outcome: 'invalid', faults: malformed }
  const draft = read.data
  const faults = registrationFaults(draft, policyOf(ports, draft.cloud))
  if (faults.length > 0) return { outcome: 'invalid', faults }
  const organization: Organization = { ...draft, id: ports.newId(), domain: draft.domain ?? '' }
  const { id } = organization
  const at = ports.now().toISOString()
  const entry = { at, action: 'organization.registered', noun: 'organizations', nounId: id, organizationIds: [id] } as const
  const done = await ports.store.registrations.register(organization, { at, ...recordOf('worker', [entry]) })
  const differs = done.outcome === 'there_before' ? otherwise(done.organization, draft) : []
  return differs.length > 0 ? { ...done, outcome: 'registered_otherwise', differs } : done
}
