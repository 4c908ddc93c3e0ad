import { changedFields } from '../../../domain/audit/changed.ts'
import { autoExtendDurations } from '../../../domain/gdap/term/durations.ts'
import { canAutoExtend, canSetAutoExtend, isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import type { AutoExtendOutcome } from '../../../domain/gdap/schemas.ts'
import { setAutoExtend } from '../../../domain/gdap/transitions.ts'
import type { ProblemCode } from '../../../domain/problem-codes.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import type { Refusal } from '../../../domain/verdict.ts'
import type { GdapRecord } from '../../store/gdap/row.ts'
import { scopeOf } from '../../store/scope.ts'
import { endpoints } from '../http/api.ts'
import { gdapRecord } from './record.ts'
import { command } from '../http/command.ts'
import { policyOf } from '../clouds/policy-of.ts'
import type { Ports } from '../ports.ts'
import { enforce } from '../http/problem-response.ts'
import { etagOf } from '../http/row-version.ts'
import { sentence } from '../words/words.ts'
import { gdapExpiryRoutes as routes } from './descriptions.ts'

export function gdapExpiryEndpoints(ports: Ports) {
  const { store, now } = ports
  const admin = store.gdap

  return endpoints()
    .openapi(routes.board, async (c) => c.json(
      await admin.board(scopeOf(c.var.actor), now().toISOString(), c.var.zone), 200,
    ))
    .openapi(routes.autoExtend, async (c) => {
      const { actor, locale } = c.var
      const { ids, autoExtendDuration, etags } = c.req.valid('json')
      const { body } = await command(c, ports, {
        find: async () => {
          enforce(isGdapAvailable(policyOf(ports, actor.organization.cloud)))
          enforce(canAutoExtend([], autoExtendDuration), { pointer: '/autoExtendDuration', status: 422 })
          const found = await admin.findMany(scopeOf(actor), [...new Set(ids)], now().toISOString())
          return new Map(found.map((record) => [record.id, record]))
        },
        next: (found, time) => {
          const duration = autoExtendDurations.find((each) => each === autoExtendDuration)
          const items: AutoExtendOutcome[] = []
          const changing = new Map<string, { before: GdapRecord; after: GdapRecord }>()
          for (const [index, id] of ids.entries()) {
            const record = found.get(id)
            if (!record || !duration) {
              items.push(failed(id, 'not_found', 'gdap.not_found', locale))
              continue
            }
            const verdict = canSetAutoExtend(actor, record, duration, time)
            if (!verdict.allowed) items.push(refusedOutcome(id, verdict, locale))
            else if (record.autoExtendDuration === duration || changing.has(id)) items.push({ id, outcome: 'unchanged', problem: null })
            else if (etags && etags[index] !== etagOf(record)) items.push(failed(id, 'refused', 'gdap.changed_since', locale))
            else {
              changing.set(id, { before: record, after: { ...record, ...setAutoExtend(record, duration, time) } })
              items.push({ id, outcome: 'changed', problem: null, etag: etagOf({ version: record.version + 1 }) })
            }
          }
          return { items, changed: [...changing.values()] }
        },
        event: ({ changed }, at) =>
          gdapRecord(actor, changed.map(({ before, after }) => ({
            action: 'gdap.auto_extend_changed', at, before, after, details: { autoExtendDuration },
            changed: changedFields(before, after, ['autoExtendDuration']),
          }))),
        save: ({ changed }, write) => admin.setAutoExtend(scopeOf(actor), changed.map(({ after }) => after), write),
        onWire: (_, { items }) => ({ items }),
      })
      return c.json(body, 200)
    })
}

const failed = (id: string, outcome: 'not_found' | 'refused', code: ProblemCode, locale: Locale): AutoExtendOutcome => ({
  id, outcome, problem: { code, detail: sentence(code, locale) },
})

const refusedOutcome = (id: string, { code, rule, params }: Refusal, locale: Locale): AutoExtendOutcome => ({
  id, outcome: 'refused', problem: { code, rule, detail: sentence(code, locale, params) },
})
