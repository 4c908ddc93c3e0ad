import type { AutoExtendDuration } from '../../../domain/delegated-admin/durations.ts'
import type { GdapRelationship } from '../../../domain/delegated-admin/relationship.ts'
import { canAutoExtend, canChangeRoles, canDelete, canEdit, canSetAutoExtend } from '../../../domain/delegated-admin/relationship-rules.ts'
import type { GdapChange, GdapRelationshipDetail } from '../../../domain/delegated-admin/schemas.ts'
import { removeGlobalAdministrator, setAutoExtend } from '../../../domain/delegated-admin/transitions.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { GdapRecord } from '../../store/delegated-admin/row.ts'
import { scopeOf } from '../../store/scope.ts'
import { NameTaken } from '../../store/errors.ts'
import type { Write } from '../../store/write.ts'
import { endpoints } from '../http/api.ts'
import { changeGdap, findForApproval, findGdap, historyWith } from './change.ts'
import { checkGdapFields, checkGdapName, draftedGdap, isGdapNameTaken, namedCustomer } from './draft.ts'
import { gdapRecord } from './record.ts'
import { gdapBeside, gdapDetail, gdapOnWire } from './wire.ts'
import { answerOnce } from '../http/idempotency.ts'
import type { Ports } from '../ports.ts'
import { enforce, visible } from '../http/problem-response.ts'
import { decideAndWrite, etagOf, requireVersion } from '../http/row-version.ts'
import { pageOnWire } from '../http/wire.ts'
import { delegatedAdminRoutes as routes } from './descriptions.ts'

export function delegatedAdminEndpoints(ports: Ports) {
  const { store, now } = ports
  const admin = store.delegatedAdmin

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
      const { body } = await answerOnce<GdapRecord, GdapRelationshipDetail>(c, ports, actor, (keep) => decideAndWrite(c, async () => {
        const made = await draftedGdap(ports, actor, draft, (partnerId, name) => admin.isNameTaken(partnerId, name))
        const at = made.createdDateTime
        const action = 'gdap.created'
        const after = {
          ...made, customerOrganizationId: null, providerOrganizationId: made.isPartnerConsentPending ? actor.organization.id : null,
        }
        const of = (saved: GdapRecord) => ({
          status: 201,
          body: gdapDetail(
            ports, actor, saved, { history: historyWith([], actor, { at, action }), mails: [], told: [], hasEnterpriseAgreement: false },
          ),
        })
        const write = { at, ...gdapRecord(actor, [{ action, at, after }]), answer: keep(of) }
        return of(await unlessTaken(made, admin.create(scopeOf(actor), made, actor.user.displayName, write)))
      }))
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
      const { status, body } = await changeGdap(c, ports, actor, id, async (found, at) => {
        requireVersion(c, found)
        const { next, action } = await changed(ports, actor, found, change, at)
        const isLong = action === 'gdap.global_administrator_removed'
        const details = { ...(change.autoExtendDuration !== undefined && { autoExtendDuration: change.autoExtendDuration }) }
        const save = (write: Write<GdapRecord>) => unlessTaken(next, admin.update(scopeOf(actor), next, write))
        return { next, action, details, status: isLong ? 202 : 200, save }
      })
      c.header('ETag', body.etag)
      return c.json(body, status === 202 ? 202 : 200)
    })
    .openapi(routes.remove, async (c) => {
      const { actor } = c.var
      await answerOnce<void, null>(c, ports, actor, (keep) =>
        decideAndWrite(c, async () => {
          const found = await findGdap(ports, actor, c.req.valid('param').id)
          requireVersion(c, found)
          enforce(canDelete(actor, found))
          const at = now().toISOString()
          const answer = { status: 204, body: null }
          const write = { at, ...gdapRecord(actor, [{ action: 'gdap.deleted', at, after: found }]), answer: keep(() => answer) }
          await admin.remove(scopeOf(actor), found, write)
          return answer
        }),
      )
      return c.body(null, 204)
    })
}

/** BR-82: also when the same name was given at the same moment. */
const unlessTaken = <Saved>({ displayName }: GdapRelationship, work: Promise<Saved>): Promise<Saved> =>
  work.catch((error: unknown) => {
    if (error instanceof NameTaken) checkGdapName(displayName, true)
    throw error
  })

/** Everything of a draft; of one that stands what BR-88 and BR-89 leave open. */
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
    checkGdapName(displayName, await ports.store.delegatedAdmin.isNameTaken(found.partner.id, displayName))
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
