import type { AuditAction } from '../../../domain/audit/actions.ts'
import { changedFields } from '../../../domain/audit/changed.ts'
import { claimKey, rolesByMapping, rolesOf } from '../../../domain/people/held-roles.ts'
import {
  canErasePerson, canGiveRolesByHand, canManagePeople, canReadPersonData, canRemovePerson, canSeeMapping, canSeePeople,
} from '../../../domain/people/rules.ts'
import type { MappingRow, Person, RoleMapping } from '../../../domain/people/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { PersonTrace } from '../../store/people/erasure.ts'
import type { PersonRecord } from '../../store/people/people.ts'
import type { MappingRecord } from '../../store/people/role-mapping.ts'
import { scopeOf } from '../../store/scope.ts'
import { type AuditEntry, recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { streamed } from '../http/streamed.ts'
import { pageOnWire } from '../http/wire.ts'
import type { Ports } from '../ports.ts'
import { peopleRoutes as routes } from './descriptions.ts'

export function peopleEndpoints(ports: Ports) {
  const { store, now } = ports
  const { people, roleMapping } = store
  const found = async (actor: Actor, id: string, at: Date) =>
    visible(await people.find(scopeOf(actor), id.toLowerCase(), at.toISOString()), 'people.not_found')
  /** The person beside the mapping by which claims give roles. */
  const withMapping = async (actor: Actor, id: string, at: Date) => {
    const [person, { rows }] = await Promise.all([found(actor, id, at), roleMapping.own(scopeOf(actor))])
    return { person, mapping: rows }
  }

  return endpoints()
    .openapi(routes.list, async (c) => {
      const { actor, locale } = c.var
      enforce(canSeePeople(actor))
      const { search, ...page } = c.req.valid('query')
      const [read, { rows }] = await Promise.all([
        people.list(scopeOf(actor), { search }, { ...page, locale }, now().toISOString()), roleMapping.own(scopeOf(actor)),
      ])
      return c.json(pageOnWire(read, (person) => onWire(person, rows)), 200)
    })
    .openapi(routes.giveRoles, async (c) => {
      const { actor } = c.var
      const byHand = c.req.valid('json').roles
      const { body } = await command(c, ports, {
        find: (at) => withMapping(actor, c.req.valid('param').id, at),
        may: () => canGiveRolesByHand(actor),
        version: ({ person }) => person,
        mustBeSeen: true,
        next: ({ person }) => ({ ...person, held: { ...person.held, byHand } }),
        event: (next, at, { person, mapping }) => happened(actor, next, 'person.roles_changed', at, {
          changed: changedFields({ roles: rolesOf(person.held, mapping) }, { roles: rolesOf(next.held, mapping) }, ['roles']),
        }),
        save: (next, write) => people.giveRoles(scopeOf(actor), next, actor.user.displayName, write),
        onWire: (saved, _, __, { mapping }) => onWire(saved, mapping),
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(routes.remove, async (c) => {
      const { actor } = c.var
      await command(c, ports, {
        find: async (at) => {
          const { person, mapping } = await withMapping(actor, c.req.valid('param').id, at)
          return { person, mapping, others: await people.countOtherGlobalAdmins(scopeOf(actor), person.id) }
        },
        may: ({ person, mapping, others }) => {
          const may = canRemovePerson(actor, onWire(person, mapping), others)
          return canManagePeople(actor).allowed && person.removedAt !== null ? 'repeated' : may
        },
        again: () => null,
        version: ({ person }) => person,
        mustBeSeen: true,
        next: ({ person }) => person,
        event: (person, at) => happened(actor, person, 'person.removed', at),
        save: (person, write) => people.remove(scopeOf(actor), person, actor.user.displayName, write),
      })
      return c.body(null, 204)
    })
    .openapi(routes.restore, async (c) => {
      const { actor } = c.var
      const { body } = await command(c, ports, {
        find: (at) => withMapping(actor, c.req.valid('param').id, at),
        may: ({ person }) => {
          const may = canManagePeople(actor)
          return may.allowed && person.removedAt === null ? 'repeated' : may
        },
        again: ({ person, mapping }) => onWire(person, mapping),
        next: ({ person }) => ({ ...person, removedAt: null, removedBy: null }),
        event: (person, at) => happened(actor, person, 'person.restored', at),
        save: (person, write) => people.restore(scopeOf(actor), person, write),
        onWire: (saved, _, __, { mapping }) => onWire(saved, mapping),
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(routes.signOut, async (c) => {
      const { actor } = c.var
      await command(c, ports, {
        find: (at) => found(actor, c.req.valid('param').id, at),
        may: () => canManagePeople(actor),
        next: (person) => person,
        event: (person, at) => happened(actor, person, 'person.signed_out', at),
        save: (person, write) => people.signOut(scopeOf(actor), person, write),
      })
      return c.body(null, 204)
    })
    .openapi(routes.data, async (c) => {
      const { actor } = c.var
      const { person, mapping } = await withMapping(actor, c.req.valid('param').id, now())
      enforce(canReadPersonData(actor, person))
      return c.body(streamed(jsonLines(onWire(person, mapping), people.traces(scopeOf(actor), person))), 200, {
        'Content-Type': 'text/jsonl; charset=utf-8',
        'Content-Disposition': `attachment; filename="person-${person.id}.jsonl"`,
      })
    })
    .openapi(routes.erase, async (c) => {
      const { actor } = c.var
      await command(c, ports, {
        find: (at) => found(actor, c.req.valid('param').id, at),
        may: (person) => canErasePerson(actor, person),
        next: (person) => person,
        event: ({ id }, at) => recordOf(actor, [{
          at, action: 'person.erased', noun: 'people', nounId: id, organizationIds: [actor.organization.id],
        }]),
        save: (person, write) => people.erase(scopeOf(actor), person, write),
      })
      return c.body(null, 204)
    })
    .openapi(routes.mapping, async (c) => {
      enforce(canSeeMapping(c.var.actor))
      const body = mappingOnWire(await roleMapping.own(scopeOf(c.var.actor)))
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(routes.saveMapping, async (c) => {
      const { actor } = c.var
      const rows = eachOnce(c.req.valid('json').rows)
      const { body } = await command(c, ports, {
        find: () => roleMapping.own(scopeOf(actor)),
        may: () => canGiveRolesByHand(actor),
        version: (mapping) => mapping,
        mustBeSeen: true,
        next: (mapping) => ({ ...mapping, rows }),
        event: (_, at) => recordOf(actor, [{
          at, action: 'role_mapping.changed', noun: 'people', nounId: actor.organization.id,
          organizationIds: [actor.organization.id],
        }]),
        save: (mapping, write) => roleMapping.save(scopeOf(actor), mapping, actor.user.displayName, write),
        onWire: mappingOnWire,
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
}

/** A JSON value a line: the person, then what is kept beside it. */
async function* jsonLines(person: Person, traces: AsyncIterable<readonly PersonTrace[]>): AsyncGenerator<string, void, void> {
  const { etag: _, ...known } = person
  yield `${JSON.stringify({ kind: 'person', ...known })}\n`
  for await (const batch of traces) yield batch.map((trace) => `${JSON.stringify(trace)}\n`).join('')
}

const eachOnce = (rows: readonly MappingRow[]): MappingRow[] =>
  rows.filter(({ claim, role }, at) =>
    rows.findIndex((each) => claimKey(each.claim) === claimKey(claim) && each.role === role) === at)

const mappingOnWire = ({ rows, version }: MappingRecord): RoleMapping =>
  ({ rows: [...rows], isUsual: version === 0, etag: etagOf({ version }) })

function onWire({ held, version, ...person }: PersonRecord, mapping: readonly MappingRow[]): Person {
  const sources = { directory: held.directory, mapping: rolesByMapping(held.claims, mapping), hand: held.byHand }
  const from = (['directory', 'mapping', 'hand'] as const)
  const roles = rolesOf(held, mapping).map((role) => ({ role, from: from.filter((each) => sources[each].some((one) => one === role)) }))
  return { ...person, roles, etag: etagOf({ version }) }
}

const happened = (
  actor: Actor, { id, displayName }: PersonRecord, action: AuditAction, at: string, more: Pick<AuditEntry, 'changed'> = {},
) =>
  recordOf(actor, [{
    at, action, noun: 'people', nounId: id, organizationIds: [actor.organization.id], details: { person: displayName }, ...more,
  }])
