import { accessOf, canAssign, canReadAssignments, canReassign, canUnassign } from '../../../../domain/gdap/assignments/rules.ts'
import { reassign, requestUnassign } from '../../../../domain/gdap/assignments/transitions.ts'
import type { AccessAssignment } from '../../../../domain/gdap/relationship.ts'
import type { AccessAssignmentOnWire } from '../../../../domain/gdap/schemas.ts'
import { nameOrder } from '../../../../domain/search/name-order.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import type { GdapRecord } from '../../../store/gdap/row.ts'
import { scopeOf } from '../../../store/scope.ts'
import { endpoints } from '../../http/api.ts'
import type { ActorContext } from '../../http/api-env.ts'
import { command } from '../../http/command.ts'
import { findGdap, goOn } from '../change.ts'
import { type GdapAction, gdapRecord } from '../record.ts'
import { assignmentOnWire } from '../wire.ts'
import type { KeptAnswer } from '../../http/idempotency.ts'
import type { Ports } from '../../ports.ts'
import { enforce, invalidField, refusalAbout, visible } from '../../http/problem-response.ts'
import { gdapAssignmentRoutes as routes } from './descriptions.ts'

/** Section 4.10. */
const secondsToReassign = '10'

const assignmentInputs = {
  'gdap.group_assigned_already': '/accessContainer/accessContainerId',
  'gdap.role_outside': '/accessDetails/unifiedRoles',
}

const rolesOf = ({ unifiedRoles }: { unifiedRoles: { roleDefinitionId: string }[] }): string[] =>
  unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId)

export function gdapAssignmentEndpoints(ports: Ports) {
  const { store, now, newId } = ports
  const admin = store.gdap

  return endpoints()
    .openapi(routes.list, async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const found = visible(await admin.find(scopeOf(actor), id, now().toISOString()), 'gdap.not_found')
      enforce(canReadAssignments(actor, found))
      return c.json({ items: (await admin.assignments(scopeOf(actor), id)).map(assignmentOnWire) }, 200)
    })
    .openapi(routes.create, async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const { accessContainer, accessDetails } = c.req.valid('json')
      const groupId = accessContainer.accessContainerId.toLowerCase()
      const roles = rolesOf(accessDetails)
      const { body } = await command(c, ports, {
        find: async () => ({
          found: await findGdap(ports, actor, id), others: await admin.assignments(scopeOf(actor), id),
          group: (await admin.groups(scopeOf(actor))).find((each) => each.id === groupId),
        }),
        may: ({ found, others }, at) => canAssign(actor, found, { groupId, roles, others }, at),
        refuse: refusalAbout(assignmentInputs),
        next: ({ group }, at): AccessAssignment => {
          if (!group) throw invalidField('/accessContainer/accessContainerId', 'gdap.group_not_found')
          return {
            id: newId(), relationshipId: id, group, roles: [...new Set(roles)], status: 'pending', since: at.toISOString(),
            createdDateTime: at.toISOString(), lastModifiedDateTime: at.toISOString(), version: 1,
          }
        },
        event: (made, at, { found }) => recorded(actor, 'gdap.assigned', found, made, at),
        save: (made, write, { found }) => admin.assign(scopeOf(actor), found, made, write),
        onWire: assignmentOnWire,
        status: 201,
      })
      await goOn(ports, id, c.var.requestId)
      c.header('ETag', body.etag)
      return c.json(body, 201)
    })
    .openapi(routes.read, async (c) => {
      const { actor } = c.var
      const { id, aid } = c.req.valid('param')
      const found = visible(await admin.find(scopeOf(actor), id, now().toISOString()), 'gdap.not_found')
      enforce(canReadAssignments(actor, found))
      const body = assignmentOnWire(ofId(await admin.assignments(scopeOf(actor), id), aid))
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(routes.change, async (c) => {
      const { actor } = c.var
      const { id, aid } = c.req.valid('param')
      const roles = rolesOf(c.req.valid('json').accessDetails)
      const { status, body } = await change(c, ports, {
        id, aid, action: 'gdap.reassigned', status: 202,
        may: (found, assignment, at) => canReassign(actor, found, assignment, roles, at),
        next: (assignment, at) => reassign(assignment, roles, at),
      })
      c.header('ETag', body.etag)
      if (status === 200) return c.json(body, 200)
      c.header('Location', `/api/delegated-admin/relationships/${id}/access-assignments/${body.id}`)
      c.header('Retry-After', secondsToReassign)
      return c.json(body, 202)
    })
    .openapi(routes.remove, async (c) => {
      const { actor } = c.var
      const { id, aid } = c.req.valid('param')
      await change(c, ports, {
        id, aid, action: 'gdap.unassigned', status: 204,
        may: (found, assignment, at) => canUnassign(actor, found, assignment, at),
        next: requestUnassign,
      })
      await goOn(ports, id, c.var.requestId)
      return c.body(null, 204)
    })
    .openapi(routes.groups, async (c) => {
      const inOrder = nameOrder(c.var.locale)
      const groups = await admin.groups(scopeOf(c.var.actor))
      return c.json({ items: groups.toSorted((one, other) => inOrder(one.displayName, other.displayName)) }, 200)
    })
    .openapi(routes.access, async (c) => {
      const { actor } = c.var
      const { groupId, customerTenantId } = c.req.valid('query')
      const group = groupId.toLowerCase()
      const at = now()
      const found = await admin.accessTo(scopeOf(actor), customerTenantId.toLowerCase(), at.toISOString())
      const ways = found.map(({ relationship, assignments }) => ({ ...relationship, assignments }))
      const path = ways.map(({ assignments, ...relationship }) => {
        const own = assignments.find((each) => each.group.id === group)
        return {
          answer: accessOf(group, [{ ...relationship, assignments }], at),
          relationship: {
            id: relationship.id, displayName: relationship.displayName, status: relationship.status, endDateTime: relationship.endDateTime,
          },
          assignment: own ? assignmentOnWire(own) : null,
        }
      })
      return c.json({ answer: accessOf(group, ways, at), path }, 200)
    })
}

const ofId = (all: readonly AccessAssignment[], aid: string): AccessAssignment =>
  visible(all.find(({ id }) => id === aid.toLowerCase()), 'gdap.not_found')

const recorded = (actor: Actor, action: GdapAction, after: GdapRecord, { group, roles }: AccessAssignment, at: string) =>
  gdapRecord(actor, [{ action, at, after, details: { group: group.displayName, roles: roles.length }, isPartnersOwn: true }])

type Change = {
  id: string
  aid: string
  action: GdapAction
  status: number
  may: (found: GdapRecord, assignment: AccessAssignment, now: Date) => Verdict
  next: (assignment: AccessAssignment, now: Date) => AccessAssignment
}

/** Changes one assignment; 200, and writes nothing, when nothing changes. */
const change = (
  c: ActorContext, ports: Ports, { id, aid, action, status, may, next }: Change,
): Promise<KeptAnswer<AccessAssignmentOnWire>> => {
  const { actor } = c.var
  const admin = ports.store.gdap
  return command(c, ports, {
    find: async () => {
      const found = await findGdap(ports, actor, id)
      enforce(canReadAssignments(actor, found))
      return { found, assignment: ofId(await admin.assignments(scopeOf(actor), id), aid) }
    },
    may: ({ found, assignment }, now) => may(found, assignment, now),
    refuse: refusalAbout(assignmentInputs),
    version: ({ assignment }) => assignment,
    mustBeSeen: true,
    next: ({ assignment }, now) => {
      const changed = next(assignment, now)
      return changed === assignment ? 'unchanged' : changed
    },
    event: (changed, at, { found }) => recorded(actor, action, found, changed, at),
    save: (changed, write, { found }) => admin.reassign(scopeOf(actor), found, changed, write),
    onWire: assignmentOnWire,
    again: ({ assignment }) => assignmentOnWire(assignment),
    status,
  })
}
