import { canChangeOrganization } from '../../../domain/organizations/rules.ts'
import { OrganizationChange, OrganizationProfile } from '../../../domain/organizations/schemas.ts'
import { scopeOf } from '../../store/scope.ts'
import type { ProfileRecord } from '../../store/organizations/profiles.ts'
import { recordOf } from '../audit/record.ts'
import { endpoints } from '../http/api.ts'
import { command } from '../http/command.ts'
import { headers, refusals, signedIn, signedInLately } from '../http/described.ts'
import { json, jsonBodyOf, problems } from '../http/documented.ts'
import { etagOf } from '../http/row-version.ts'
import type { Ports } from '../ports.ts'

export const organizationRoutes = {
  own: signedIn.get('/organization', {}, {
    200: json(OrganizationProfile, 'What the portal knows of the caller’s organization, and what it says of itself'), ...problems(401),
  }),
  change: signedInLately.patch('/organization', { ...jsonBodyOf(OrganizationChange), headers }, {
    200: json(OrganizationProfile, 'Changed; what is left out stays'), ...refusals, ...problems(428),
  }),
}

const onWire = ({ version, ...profile }: ProfileRecord): OrganizationProfile => ({ ...profile, etag: etagOf({ version }) })

const withChanges = (before: ProfileRecord, { displayName, contact, timeZone, language }: OrganizationChange): ProfileRecord => ({
  ...before,
  displayName: displayName ?? before.displayName,
  contact: contact === undefined ? before.contact : contact,
  timeZone: timeZone === undefined ? before.timeZone : timeZone,
  language: language === undefined ? before.language : language,
})

export function organizationEndpoints(ports: Ports) {
  const { profiles } = ports.store

  return endpoints()
    .openapi(organizationRoutes.own, async (c) => {
      const body = onWire(await profiles.own(scopeOf(c.var.actor)))
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
    .openapi(organizationRoutes.change, async (c) => {
      const { actor } = c.var
      const changes = c.req.valid('json')
      const { body } = await command(c, ports, {
        find: () => profiles.own(scopeOf(actor)),
        may: () => canChangeOrganization(actor),
        version: (profile) => profile,
        mustBeSeen: true,
        next: (profile) => withChanges(profile, changes),
        event: ({ id, displayName }, at, before) => recordOf(actor, [{
          at, action: 'organization.changed', noun: 'organizations', nounId: id, organizationIds: [id],
          details: displayName === before.displayName ? {} : { displayName, before: before.displayName },
        }]),
        save: (profile, write) => profiles.save(scopeOf(actor), profile, write),
        onWire,
      })
      c.header('ETag', body.etag)
      return c.json(body, 200)
    })
}
