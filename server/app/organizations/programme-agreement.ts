import { canSayAgreement, checkSigningDay } from '../../../domain/programme-agreement/rules.ts'
import { ProgrammeAgreement, SaidAgreement } from '../../../domain/programme-agreement/schemas.ts'
import { scopeOf } from '../../store/scope.ts'
import { recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { keyHeader, refusals, signedIn, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { enforce } from '../http/problem-response.ts'
import type { Ports } from '../ports.ts'

export const programmeAgreementRoutes = {
  own: signedIn.get('/organization/agreement', {}, {
    200: json(ProgrammeAgreement, 'The caller’s Microsoft Partner Agreement as it is on record here'), ...problems(401),
  }),
  say: signedInLately.post('/organization/agreement', { ...jsonBodyOf(SaidAgreement), headers: keyHeader }, {
    200: json(ProgrammeAgreement, 'On record, as the reseller’s own word'), ...refusals,
  }),
}

/** BR-51: a reseller says of its agreement with Microsoft what the portal cannot look up. */
export function programmeAgreementEndpoints(ports: Ports) {
  const { programmeAgreement } = ports.store
  return endpoints()
    .openapi(programmeAgreementRoutes.own, async (c) => c.json(await programmeAgreement.own(scopeOf(c.var.actor)), 200))
    .openapi(programmeAgreementRoutes.say, async (c) => {
      const { actor } = c.var
      const { id } = actor.organization
      const given = c.req.valid('json')
      const { body } = await command(c, ports, {
        find: () => programmeAgreement.own(scopeOf(actor)),
        may: (agreement) => canSayAgreement(actor, agreement),
        next: (_, now) => {
          enforce(checkSigningDay(given, now), { pointer: '/signedOn', status: 422 })
          return { ...given, by: actor.user.displayName, at: now.toISOString() }
        },
        event: (_, at) => recordOf(actor, [
          { at, action: 'organization.agreement_said', noun: 'organizations', nounId: id, organizationIds: [id] },
        ]),
        save: (said, write) => programmeAgreement.say(scopeOf(actor), said, write),
        onWire: (saved) => saved,
      })
      return c.json(body, 200)
    })
}
