import { cloudPolicies } from '../../domain/clouds/cloud-policies.ts'
import { policyProblems } from '../../domain/clouds/dated-policies.ts'
import { endpoints } from './api.ts'
import { identify } from './caller.ts'
import { cleanAnswers } from './clean-answers.ts'
import { withCommon } from './documented.ts'
import { recalling } from './idempotency.ts'
import { languageOf } from './languages.ts'
import type { HostPorts, Ports } from './ports.ts'
import { factsOf } from './problem-facts.ts'
import { problemResponse } from './problem-response.ts'
import { jsonBody, keepableQuery } from './request-body.ts'
import { acceptanceQuestionEndpoints } from './routes/acceptance-questions.ts'
import { acceptanceEndpoints } from './routes/acceptance.ts'
import { auditEndpoints } from './routes/audit.ts'
import { bulkInvitationEndpoints } from './routes/bulk-invitations.ts'
import { bulkRelationshipEndpoints } from './routes/bulk-relationships.ts'
import { customerImportEndpoints } from './routes/customer-import.ts'
import { customerEndpoints } from './routes/customers.ts'
import { delegatedAdminAssignmentEndpoints } from './routes/delegated-admin-assignments.ts'
import { delegatedAdminExpiryEndpoints } from './routes/delegated-admin-expiry.ts'
import { delegatedAdminMessageEndpoints } from './routes/delegated-admin-message.ts'
import { delegatedAdminVerbEndpoints } from './routes/delegated-admin-requests.ts'
import { delegatedAdminEndpoints } from './routes/delegated-admin.ts'
import { eventEndpoints } from './routes/events.ts'
import { funnelEndpoints } from './routes/funnel.ts'
import { invitationVerbEndpoints } from './routes/invitation-verbs.ts'
import { invitationEndpoints } from './routes/invitations.ts'
import { messageTemplateEndpoints } from './routes/message-templates.ts'
import { partnershipVerbEndpoints } from './routes/partnership-verbs.ts'
import { partnershipEndpoints } from './routes/partnerships.ts'
import { receiptEndpoints } from './routes/receipts.ts'
import { reminderEndpoints } from './routes/reminders.ts'
import { relationshipRequestEndpoints } from './routes/relationship-requests.ts'
import { relationshipEndpoints } from './routes/relationships.ts'
import { myPartnerEndpoints } from './routes/my-partners.ts'
import { roleTemplateEndpoints } from './routes/role-templates.ts'
import { ruleEndpoints } from './routes/rules.ts'
import { sessionEndpoints } from './routes/session.ts'
import { subscriptionEndpoints } from './routes/subscriptions.ts'
import { tenantClaimEndpoints } from './routes/tenant-claims.ts'
import { unsubscribeEndpoints } from './routes/unsubscribe.ts'
import { zoneOf } from './time-zone.ts'

const harmlessId = /^[\w.:@+/=-]{1,128}$/

/** Thrown at start, with a line for each contradiction of the cloud policies. */
export class BadPolicies extends Error {}

/**
 * The whole API under `/api`, the same on every host: what differs comes through the ports. Use its `fetch` or `request`. Throws
 * {@link BadPolicies}.
 */
export function createApp(host: HostPorts) {
  const ports: Ports = { ...host, policies: host.policies ?? cloudPolicies }
  const problems = policyProblems(ports.policies)
  if (problems.length > 0) throw new BadPolicies(['Cloud policies to correct:', ...problems].join('\n  '))
  const app = endpoints().basePath('/api')

  app.use('*', async (c, next) => {
    const given = c.req.header('X-Request-Id')
    c.set('requestId', given && harmlessId.test(given) ? given : ports.newId())
    c.set('locale', languageOf(c.req.header('Accept-Language'), undefined))
    c.set('zone', zoneOf(c.req.header('Time-Zone')))
    await next()
    c.res.headers.set('X-Request-Id', c.var.requestId)
    c.res.headers.set('Tessera-Time', ports.now().toISOString())
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  app.use('*', cleanAnswers, identify(ports), keepableQuery, jsonBody(ports), recalling(ports))

  app.onError((error, c) => problemResponse(factsOf(error, c.var.requestId, ports), c.var))
  app.notFound((c) => problemResponse({ status: 404, code: 'route.not_found' }, c.var))

  for (const group of [
    sessionEndpoints,
    customerImportEndpoints,
    customerEndpoints,
    subscriptionEndpoints,
    relationshipEndpoints,
    relationshipRequestEndpoints,
    myPartnerEndpoints,
    tenantClaimEndpoints,
    delegatedAdminEndpoints,
    delegatedAdminVerbEndpoints,
    delegatedAdminMessageEndpoints,
    delegatedAdminAssignmentEndpoints,
    delegatedAdminExpiryEndpoints,
    partnershipEndpoints,
    partnershipVerbEndpoints,
    // Before the invitations, whose `{id}` would take its address.
    funnelEndpoints,
    bulkInvitationEndpoints,
    invitationEndpoints,
    invitationVerbEndpoints,
    messageTemplateEndpoints,
    reminderEndpoints,
    unsubscribeEndpoints,
    acceptanceEndpoints,
    acceptanceQuestionEndpoints,
    receiptEndpoints,
    auditEndpoints,
    roleTemplateEndpoints,
    bulkRelationshipEndpoints,
    ruleEndpoints,
    eventEndpoints,
  ])
    app.route('/', group(ports))

  const description = { openapi: '3.1.0', info: { title: 'Tessera', version: '1' } }
  app.get('/openapi.json', (c) => c.json(withCommon(app.getOpenAPI31Document(description) as never)))
  return app
}
