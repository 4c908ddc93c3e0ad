import type { AutoExtendDuration } from '../../../domain/gdap/term/durations.ts'
import type { GdapRelationship } from '../../../domain/gdap/relationship.ts'
import { canAutoExtend, canChangeRoles, canDelete, canEdit, canSetAutoExtend } from '../../../domain/gdap/relationship-rules.ts'
import type { GdapChange } from '../../../domain/gdap/schemas.ts'
import { removeGlobalAdministrator, setAutoExtend } from '../../../domain/gdap/transitions.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { GdapRecord } from '../../store/gdap/row.ts'
import { scopeOf } from '../../store/scope.ts'
import { NameTaken } from '../../store/errors.ts'
import { endpoints } from '../http/api.ts'
import { changeGdap, findForApproval, findGdap, historyWith } from './change.ts'
import { checkGdapFields, checkGdapName, draftedGdap, isGdapNameTaken, namedCustomer } from './draft.ts'
import { gdapRecord } from './record.ts'
import { gdapBeside, gdapDetail, gdapOnWire } from './wire.ts'
import { command } from '../http/command.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { readStanding } from '../organizations/standing.ts'
import { pageOnWire } from '../http/wire.ts'
import { gdapRoutes as routes } from './descriptions.ts'

export function gdapEndpoints(ports: Ports) {
  const { store, now } = ports
  const admin = store.gdap

  return endpoints()
    .openapi(routes.list, async (c) => {
      const { limit, cursor, ...view } = c.req.valid('query')
      const { actor, locale, zone } = c.var
      const page = await admin.list(scopeOf(actor), view, { limit, cursor, locale }, now().toISOString(), zone)
      return c.json(pageOnWire(page, gdapOnWire), 200)
    })
    .openapi(routes.create, async (c) => {
      const { actor } = c.var
      const draft = c.req.valid('json')
      const { body } = await command(c, ports, {
        find: (at) =>
          draftedGdap({ ...ports, now: () => at }, actor, draft, (partnerId, name) => admin.isNameTaken(partnerId, name)),
        next: async (made) => ({ made, standing: await readStanding(store, made.partner.id) }),
        event: ({ made }, at) => gdapRecord(actor, [
          {
            action: 'gdap.created', at,
            after: {
              ...made, customerOrganizationId: null, providerOrganizationId: made.isPartnerConsentPending ? actor.organization.id : null,
            },
          },
        ]),
        save: ({ made }, write) => unlessTaken(made, admin.create(scopeOf(actor), made, actor.user.displayName, write)),
        onWire: (saved, { standing }, at) => {
          const history = historyWith([], actor, { at: at.toISOString(), action: 'gdap.created' })
          return gdapDetail(ports, actor, saved, { history, mails: [], notified: [], hasEnterpriseAgreement: false, standing })
        },
        status: 201,
      })
      c.header('ETag', body.etag)
      c.header('Location', `/api/delegated-admin/relationships/${body.id}`)
      return c.json(body, 201)
    })
    .openapi(routes.nameTaken, async (c) =>
      c.json({ taken: await isGdapNameTaken(ports, c.var.actor, c.req.valid('query')) }, 200),
    )
    .openapi(routes.read, async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const record = visible(await findForApproval(ports, actor, id), 'gdap.not_found')
      c.header('ETag', etagOf(record))
      return c.json(gdapDetail(ports, actor, record, await gdapBeside(ports, actor, record)), 200)
    })
    .openapi(routes.change, async (c) => {
      const { actor } = c.var
      const { id } = c.req.valid('param')
      const change = c.req.valid('json')
      const { status, body } = await changeGdap(c, ports, id, {
        mustBeSeen: true,
        next: async (found, at) => {
          const { next, action } = await changed(ports, actor, found, change, at)
          const details = { ...(change.autoExtendDuration !== undefined && { autoExtendDuration: change.autoExtendDuration }) }
          const isLong = action === 'gdap.global_administrator_removed'
          return { after: { ...found, ...next }, action, details, status: isLong ? 202 : 200 }
        },
        save: (next, write) => unlessTaken(next, admin.update(scopeOf(actor), next, write)),
      })
      c.header('ETag', body.etag)
      return c.json(body, status === 202 ? 202 : 200)
    })
    .openapi(routes.remove, async (c) => {
      const { actor } = c.var
      await command(c, ports, {
        find: () => findGdap(ports, actor, c.req.valid('param').id),
        may: (found) => canDelete(actor, found),
        version: (found) => found,
        mustBeSeen: true,
        next: (found) => found,
        event: (found, at) => gdapRecord(actor, [{ action: 'gdap.deleted', at, after: found }]),
        save: (found, write) => admin.remove(scopeOf(actor), found, write),
      })
      return c.body(null, 204)
    })
}

/** BR-82: covers a name that was taken at the same moment. */
const unlessTaken = <Saved>({ displayName }: GdapRelationship, work: Promise<Saved>): Promise<Saved> =>
  work.catch((error: unknown) => {
    if (error instanceof NameTaken) checkGdapName(displayName, true)
    throw error
  })

/** A draft may change in full, an active one as BR-88 and BR-89 allow. */
async function changed(ports: Ports, actor: Actor, found: GdapRecord, change: GdapChange, now: Date) {
  const roles = change.accessDetails?.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId)
  if (found.status === 'created') return { next: await redrafted(ports, actor, found, change, now), action: 'gdap.changed' as const }
  const ofDraftAlone = [change.displayName, change.duration, change.customer]
  if (ofDraftAlone.some((each) => each !== undefined)) enforce(canEdit(actor, found))
  let next: GdapRelationship = found
  if (roles) {
    enforce(canChangeRoles(actor, next, roles, now))
    next = removeGlobalAdministrator(next, now)
  }
  if (change.autoExtendDuration !== undefined) {
    const duration = change.autoExtendDuration as AutoExtendDuration
    enforce(canAutoExtend([], duration), { pointer: '/autoExtendDuration', status: 422 })
    enforce(canSetAutoExtend(actor, next, duration, now), { pointer: '/autoExtendDuration' })
    next = setAutoExtend(next, duration, now)
  }
  return { next, action: roles ? ('gdap.global_administrator_removed' as const) : ('gdap.auto_extend_changed' as const) }
}

async function redrafted(ports: Ports, actor: Actor, found: GdapRecord, change: GdapChange, now: Date): Promise<GdapRelationship> {
  enforce(canEdit(actor, found))
  const accessDetails = change.accessDetails ?? { unifiedRoles: found.roles.map((roleDefinitionId) => ({ roleDefinitionId })) }
  const autoExtendDuration = change.autoExtendDuration ?? found.autoExtendDuration
  checkGdapFields({ ...change, accessDetails })
  const roles = accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId)
  enforce(canAutoExtend(roles, autoExtendDuration), { pointer: '/autoExtendDuration', status: 422 })
  const displayName = change.displayName ?? found.displayName
  if (displayName !== found.displayName)
    checkGdapName(displayName, await ports.store.gdap.isNameTaken(found.partner.id, displayName))
  return {
    ...found,
    displayName,
    duration: change.duration ?? found.duration,
    customer: change.customer === undefined ? found.customer : await namedCustomer(ports, actor, change),
    roles,
    autoExtendDuration: autoExtendDuration as AutoExtendDuration,
    lastModifiedDateTime: now.toISOString(),
  }
}
