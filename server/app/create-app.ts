import { cloudPolicies } from '../../domain/clouds/cloud-policies.ts'
import { policyProblems } from '../../domain/clouds/dated-policies.ts'
import { endpoints } from './http/api.ts'
import { identify } from './http/caller.ts'
import { cleanAnswers } from './http/clean-answers.ts'
import { withCommon } from './http/documented.ts'
import { recalling } from './http/idempotency.ts'
import { languageOf } from './words/languages.ts'
import type { HostPorts, Ports } from './ports.ts'
import { factsOf } from './http/problem-facts.ts'
import { problemResponse } from './http/problem-response.ts'
import { jsonBody, keepableQuery } from './http/request-body.ts'
import { acceptanceQuestionEndpoints } from './acceptance/questions.ts'
import { acceptanceEndpoints } from './acceptance/routes.ts'
import { keepingRefused } from './audit/refused-calls.ts'
import { auditEndpoints } from './audit/routes.ts'
import { bulkInvitationEndpoints } from './bulk-invitations/routes.ts'
import { bulkRelationshipEndpoints } from './bulk-relationships/routes.ts'
import { customerImportEndpoints } from './customers/import/routes.ts'
import { customerDescriptionEndpoints } from './customers/describe.ts'
import { customerEndpoints } from './customers/routes.ts'
import { gdapAssignmentEndpoints } from './gdap/assignments/routes.ts'
import { gdapExpiryEndpoints } from './gdap/expiry.ts'
import { gdapMessageEndpoints } from './gdap/mail/routes.ts'
import { gdapVerbEndpoints } from './gdap/requests.ts'
import { gdapEndpoints } from './gdap/routes.ts'
import { eventEndpoints } from './events/routes.ts'
import { funnelEndpoints } from './funnel/routes.ts'
import { invitationVerbEndpoints } from './invitations/verbs.ts'
import { invitationEndpoints } from './invitations/routes.ts'
import { resellerInviteEndpoints } from './joining/invites.ts'
import { joiningEndpoints } from './joining/routes.ts'
import { messageTemplateEndpoints } from './message-templates/routes.ts'
import { organizationDomainEndpoints } from './organizations/domains.ts'
import { organizationLogoEndpoints } from './organizations/logos.ts'
import { organizationEndpoints } from './organizations/routes.ts'
import { programmeAgreementEndpoints } from './organizations/programme-agreement.ts'
import { operatorsApp } from './organizations/operators.ts'
import { partnershipVerbEndpoints } from './partnerships/verbs.ts'
import { partnershipEndpoints } from './partnerships/routes.ts'
import { peopleEndpoints } from './people/routes.ts'
import { receiptEndpoints } from './acceptance/receipts.ts'
import { reminderEndpoints } from './reminders/routes.ts'
import { relationshipRequestEndpoints } from './relationship-requests/routes.ts'
import { relationshipEndpoints } from './relationships/routes.ts'
import { myPartnerEndpoints } from './relationships/my-partners.ts'
import { roleTemplateEndpoints } from './role-templates/routes.ts'
import { ruleEndpoints } from './rules/routes.ts'
import { backChannelLogoutEndpoints } from './session/back-channel-logout.ts'
import { ownSessionEndpoints } from './session/own-sessions.ts'
import { sessionEndpoints } from './session/routes.ts'
import { signInEndpoints } from './session/sign-in.ts'
import { subscriptionEndpoints } from './subscriptions/routes.ts'
import { tenantClaimEndpoints } from './customers/claims.ts'
import { tokenEndpoints } from './tokens/routes.ts'
import { unsubscribeEndpoints } from './reminders/unsubscribe.ts'
import { noticeEndpoints } from './notices/routes.ts'
import { describeMessages } from './webhooks/descriptions.ts'
import { webhookEndpoints } from './webhooks/routes.ts'
import { zoneOf } from './words/time-zone.ts'

const harmlessId = /^[\w.:@+/=-]{1,128}$/

/** Thrown at start; its message lists the contradictions of the cloud policies. */
export class BadPolicies extends Error {}

/** The whole API under `/api`, the same on every host; differences come through the ports. Throws {@link BadPolicies}. */
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
    c.set('through', 'browser')
    await next()
    c.res.headers.set('X-Request-Id', c.var.requestId)
    c.res.headers.set('Tessera-Time', ports.now().toISOString())
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  app.use('*', keepingRefused(ports), cleanAnswers, identify(ports), keepableQuery, jsonBody(ports), recalling(ports))

  app.onError((error, c) => {
    const facts = factsOf(error, c.var.requestId, ports)
    c.var.keepRefused([{ facts }])
    return problemResponse(facts, c.var)
  })
  app.notFound((c) => problemResponse({ status: 404, code: 'route.not_found' }, c.var))

  for (const group of [
    sessionEndpoints,
    signInEndpoints,
    ownSessionEndpoints,
    backChannelLogoutEndpoints,
    customerImportEndpoints,
    customerDescriptionEndpoints,
    customerEndpoints,
    subscriptionEndpoints,
    relationshipEndpoints,
    relationshipRequestEndpoints,
    myPartnerEndpoints,
    tenantClaimEndpoints,
    gdapEndpoints,
    gdapVerbEndpoints,
    gdapMessageEndpoints,
    gdapAssignmentEndpoints,
    gdapExpiryEndpoints,
    partnershipEndpoints,
    partnershipVerbEndpoints,
    resellerInviteEndpoints,
    joiningEndpoints,
    // The funnel precedes the invitations, whose `{id}` would match its path.
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
    organizationEndpoints,
    organizationDomainEndpoints,
    programmeAgreementEndpoints,
    organizationLogoEndpoints,
    peopleEndpoints,
    auditEndpoints,
    roleTemplateEndpoints,
    bulkRelationshipEndpoints,
    ruleEndpoints,
    tokenEndpoints,
    webhookEndpoints,
    noticeEndpoints,
    eventEndpoints,
  ])
    app.route('/', group(ports))
  describeMessages(app)

  const description = { openapi: '3.1.0', info: { title: 'Tessera', version: '1' } }
  // To make it takes longer than any answer may.
  let document: string | undefined
  app.get('/openapi.json', (c) => {
    document ??= JSON.stringify(withCommon(app.getOpenAPI31Document(description) as never))
    return c.body(document, 200, { 'Content-Type': 'application/json' })
  })
  return app
}

/** What operators' commands ask for, apart from the API. */
export const createOperatorsApp = (host: Pick<HostPorts, 'store' | 'now' | 'newId' | 'policies'>) =>
  operatorsApp({ ...host, policies: host.policies ?? cloudPolicies })
