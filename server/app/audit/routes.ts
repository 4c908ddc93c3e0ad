import { changedFields } from '../../../domain/audit/changed.ts'
import { canReadAudit } from '../../../domain/audit/rules.ts'
import type { AuditRecord, AuditSettings } from '../../../domain/audit/schemas.ts'
import { auditWindow, type AuditWindow, canReadWindow } from '../../../domain/audit/window.ts'
import type { ProblemCode } from '../../../domain/problem-codes.ts'
import type { LoggedEvent } from '../../store/audit/audit.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import type { ActorContext } from '../http/api-env.ts'
import { command } from '../http/command.ts'
import { enforce, type RequestFacts } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { streamed } from '../http/streamed.ts'
import type { Ports } from '../ports.ts'
import { type Params, sentence } from '../words/words.ts'
import { auditRoutes as routes } from './descriptions.ts'
import { auditCsv } from './export.ts'
import { recordOf } from './record.ts'

const exportedAtOnce = 500

type Asked = Parameters<typeof auditWindow>[0]

export function auditEndpoints(ports: Ports) {
  const { audit } = ports.store

  /** BR-108: who may, and how far back. */
  const windowOf = ({ var: { actor, zone } }: ActorContext & { var: RequestFacts }, asked: Asked): AuditWindow => {
    enforce(canReadAudit(actor))
    const now = ports.now()
    const window = auditWindow(asked, now, zone)
    const verdict = canReadWindow(window, now, zone)
    enforce(verdict, { pointer: !verdict.allowed && verdict.code === 'audit.too_long_ago' ? '?from' : '?to', status: 400 })
    return window
  }
  const settingsOf = async ({ var: { actor } }: ActorContext, { retentionDays, version }: { retentionDays: number; version: number }) =>
    ({ retentionDays, chain: await audit.chainState(scopeOf(actor)), etag: etagOf({ version }) }) satisfies AuditSettings

  return endpoints()
    .openapi(routes.recent, async (c) =>
      c.json({ items: await audit.recent(scopeOf(c.var.actor), c.req.valid('query').limit) }, 200))
    .openapi(routes.settings, async (c) => {
      enforce(canReadAudit(c.var.actor))
      const settings = await settingsOf(c, await audit.settings(scopeOf(c.var.actor)))
      c.header('ETag', settings.etag)
      return c.json(settings, 200)
    })
    .openapi(routes.saveSettings, async (c) => {
      const { actor } = c.var
      const chosen = c.req.valid('json')
      const { body } = await command(c, ports, {
        find: () => audit.settings(scopeOf(actor)),
        may: () => canReadAudit(actor),
        version: (settings) => settings,
        next: ({ version }) => ({ ...chosen, version }),
        event: (saved, at, found) => {
          const { id } = actor.organization
          const event = { at, action: 'audit.retention_chosen', noun: 'organizations', nounId: id, organizationIds: [id] } as const
          return recordOf(actor, [{ ...event, changed: changedFields(found, saved, ['retentionDays']) }])
        },
        save: (settings, write) => audit.saveSettings(scopeOf(actor), settings, write),
        onWire: (saved) => saved,
      })
      const settings = await settingsOf(c, body)
      c.header('ETag', settings.etag)
      return c.json(settings, 200)
    })
    .openapi(routes.export, async (c) => {
      const { from, to, ...filters } = c.req.valid('query')
      const window = windowOf(c, { from, to })
      const batches = audit.export(scopeOf(c.var.actor), window, filters, exportedAtOnce)
      const { locale, zone } = c.var
      const onWire = async function* () {
        for await (const batch of batches) yield batch.map((event) => recordOnWire(event, { locale, zone }))
      }
      return c.body(streamed(auditCsv(onWire())), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="audit-${window.from.slice(0, 10)}.csv"`,
      })
    })
    .openapi(routes.list, async (c) => {
      const { limit, cursor, ...view } = c.req.valid('query')
      const window = windowOf(c, view)
      const page = await audit.list(scopeOf(c.var.actor), window, view, { limit, cursor })
      return c.json({ ...page, items: page.items.map((event) => recordOnWire(event, c.var)) }, 200)
    })
}

/** A refusal is told in the reader's language. */
function recordOnWire({ refused, ...event }: LoggedEvent, { locale, zone }: Pick<RequestFacts, 'locale' | 'zone'>): AuditRecord {
  const { route: _, ...params } = event.details
  const refusal = refused === null ? null : { code: refused, detail: sentence(refused as ProblemCode, locale, params as Params, zone) }
  return { ...event, outcome: refused === null ? 'done' : 'refused', refusal }
}
