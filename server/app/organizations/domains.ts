import type { AuditAction } from '../../../domain/audit/actions.ts'
import { z } from '@hono/zod-openapi'
import type { ProblemCode } from '../../../domain/problem-codes.ts'
import { DomainName } from '../../../domain/words-of-others/schemas.ts'
import { proofEndsAt } from '../../../domain/organizations/proof.ts'
import { canChangeOrganization, mostDomains } from '../../../domain/organizations/rules.ts'
import { DomainDraft, DomainVerification, OrganizationDomain, OrganizationDomains } from '../../../domain/organizations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { DomainTaken } from '../../store/errors.ts'
import type { DomainRecord } from '../../store/organizations/domains.ts'
import { scopeOf } from '../../store/scope.ts'
import { recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { keyHeader, refusals, signedIn } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { ApiProblem, invalidField, visible } from '../http/problem-response.ts'
import type { Ports } from '../ports.ts'
import { proofRecordOf } from './proof-record.ts'
import { readStanding } from './standing.ts'

const byDomain = { params: z.object({ domain: DomainName }), headers: keyHeader }

export const organizationDomainRoutes = {
  list: signedIn.get('/organization/domains', {}, {
    200: json(OrganizationDomains, 'The domains that the caller’s organization says are its own'), ...problems(401),
  }),
  add: signedIn.post('/organization/domains', { ...jsonBodyOf(DomainDraft), headers: keyHeader }, {
    201: json(OrganizationDomain, 'Added; the record that proves it is named'),
    200: json(OrganizationDomain, 'Is there already'),
    ...refusals,
  }),
  verify: signedIn.post('/organization/domains/{domain}/verify', { ...byDomain, ...jsonBodyOf(DomainVerification) }, {
    200: json(OrganizationDomain, 'The record was found: the domain is proven for this organization and no other'), ...refusals,
  }),
  remove: signedIn.delete('/organization/domains/{domain}', byDomain, {
    204: { description: 'Removed; it proves nothing any more' }, ...refusals,
  }),
}

async function onWire({ secret }: Pick<Ports, 'secret'>, { organization }: Actor, record: DomainRecord): Promise<OrganizationDomain> {
  const { domain, missingSince } = record
  const proof = await proofRecordOf(secret, { organizationId: organization.id, domain })
  return { ...record, proofEndsAt: missingSince && proofEndsAt(missingSince), record: proof }
}

const notPossible = (code: ProblemCode, params?: Record<string, string | number>) => new ApiProblem({ status: 409, code, params })

/** Throws a problem unless DNS has the record. */
async function lookUp(
  { findTxt, demo }: Pick<Ports, 'findTxt' | 'demo'>, { record }: OrganizationDomain, pretends: boolean,
): Promise<void> {
  if (pretends) {
    if (demo) return
    throw invalidField('/pretend', 'field.unknown')
  }
  const texts = findTxt ? await findTxt(record.name) : 'unreachable'
  if (texts === 'unreachable') throw notPossible('organization.domain_lookup_failed')
  if (!texts.includes(record.value)) throw notPossible('organization.domain_record_missing', { record: record.name })
}

const takenByAnother = (error: unknown): never => {
  throw error instanceof DomainTaken ? notPossible('organization.domain_taken') : error
}

export function organizationDomainEndpoints(ports: Ports) {
  const { domains } = ports.store
  const found = async (actor: Actor, domain: string) => visible(await domains.find(scopeOf(actor), domain), 'organization.domain_not_found')
  const recordIn = (actor: Actor, action: AuditAction, at: string, domain: string) => {
    const { id } = actor.organization
    return recordOf(actor, [{ at, action, noun: 'organizations', nounId: id, organizationIds: [id], details: { domain } }])
  }

  return endpoints()
    .openapi(organizationDomainRoutes.list, async (c) => {
      const { actor } = c.var
      const items = await Promise.all((await domains.list(scopeOf(actor))).map((record) => onWire(ports, actor, record)))
      return c.json({ items, canPretend: ports.demo, standing: await readStanding(ports.store, actor.organization.id) }, 200)
    })
    .openapi(organizationDomainRoutes.add, async (c) => {
      const { actor } = c.var
      const { domain } = c.req.valid('json')
      const { status, body } = await command<DomainRecord[], OrganizationDomain, unknown, OrganizationDomain>(c, ports, {
        find: () => domains.list(scopeOf(actor)),
        may: () => canChangeOrganization(actor),
        next: async (own, now) => {
          if (own.some((each) => each.domain === domain)) return 'unchanged'
          if (own.length >= mostDomains) throw notPossible('organization.too_many_domains', { limit: mostDomains })
          return onWire(ports, actor, { domain, addedAt: now.toISOString(), provenAt: null, missingSince: null })
        },
        again: async () => onWire(ports, actor, await found(actor, domain)),
        event: (_, at) => recordIn(actor, 'organization.domain_added', at, domain),
        save: (record, write, own) => domains.add(scopeOf(actor), record, own.length, write),
        onWire: (_, record) => record,
        status: 201,
      })
      return c.json(body, status === 201 ? 201 : 200)
    })
    .openapi(organizationDomainRoutes.verify, async (c) => {
      const { actor } = c.var
      const { domain } = c.req.valid('param')
      const { pretend = false } = c.req.valid('json')
      const { body } = await command<DomainRecord, OrganizationDomain, unknown, OrganizationDomain>(c, ports, {
        find: () => found(actor, domain),
        may: () => canChangeOrganization(actor),
        next: async (record, now) => {
          const shown = await onWire(ports, actor, { ...record, provenAt: now.toISOString(), missingSince: null })
          await lookUp(ports, shown, pretend)
          return shown
        },
        event: (_, at) => recordIn(actor, 'organization.domain_proven', at, domain),
        save: (record, write) => domains.prove(scopeOf(actor), record, write).catch(takenByAnother),
        onWire: (_, record) => record,
      })
      return c.json(body, 200)
    })
    .openapi(organizationDomainRoutes.remove, async (c) => {
      const { actor } = c.var
      const { domain } = c.req.valid('param')
      await command(c, ports, {
        find: () => found(actor, domain),
        may: () => canChangeOrganization(actor),
        next: (record) => record,
        event: (_, at) => recordIn(actor, 'organization.domain_removed', at, domain),
        save: (_, write) => domains.remove(scopeOf(actor), domain, write),
      })
      return c.body(null, 204)
    })
}
