import { afterAll, beforeAll, expect, it } from 'vitest'
import { sourceFiles } from '../../../scripts/checks/files/source-files.ts'
import { inputAt } from '../../../src/api/problem-error.ts'
import { declineInputs, handOverInputs, questionInputs } from '../../../src/features/consent/invitation/answer-requests.ts'
import { joiningInputs } from '../../../src/features/consent/joining/joining-requests.ts'
import { descriptionInputs } from '../../../src/features/customers/customer-queries.ts'
import { assignmentInputs, changeInputs } from '../../../src/features/gdap/assignments/assignment-queries.ts'
import { fieldOf as fieldOfRequest } from '../../../src/features/gdap/request/request-form.ts'
import { templateInputs as roleTemplateInputs } from '../../../src/features/gdap/templates/template-requests.ts'
import { fieldOf as fieldOfInvitation } from '../../../src/features/invitations/new/invitation-form.ts'
import { mailInputs } from '../../../src/features/invitations/kit/use-message-draft.ts'
import { templateInputs } from '../../../src/features/invitations/templates/template-queries.ts'
import {
  agreementInputs, domainInputs, logoInputs, organizationInputs,
} from '../../../src/features/organizations/organization-requests.ts'
import { inviteInputs } from '../../../src/features/partnerships/invite-queries.ts'
import { authorizationInputs, partnershipInputs } from '../../../src/features/partnerships/partnership-queries.ts'
import { attestationInputs, extensionInputs } from '../../../src/features/relationships/relationship-requests.ts'
import { reminderInputs } from '../../../src/features/reminders/reminder-requests.ts'
import { tokenInputs } from '../../../src/features/tokens/token-queries.ts'
import { webhookInputs } from '../../../src/features/webhooks/webhook-queries.ts'
import { openWorld, type World } from '../testing/world.ts'

type Schema = {
  $ref?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  allOf?: Schema[]
}
type Description = {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>
  components: { schemas: Record<string, Schema> }
}

const of = (inputs: readonly string[]) => (pointer: string) => inputAt(inputs, pointer)

/** What each form sends, and whether it has a field for a pointer. */
const forms: Record<string, (pointer: string) => string | undefined> = {
  'POST /invitations': fieldOfInvitation,
  'POST /invitations/{id}/send': of(mailInputs),
  'POST /invitations/{id}/forward': of(mailInputs),
  'PUT /message-templates/{language}': of(templateInputs),
  'POST /tokens': of(tokenInputs),
  'POST /webhooks': of(webhookInputs),
  'PUT /reminder-settings': of(reminderInputs),
  'PATCH /organization': of(organizationInputs),
  'PUT /organization/logo': of(logoInputs),
  'POST /organization/domains': of(domainInputs),
  'POST /acceptance/{token}/decline': of(declineInputs),
  'POST /acceptance/{token}/question': of(questionInputs),
  'POST /acceptance/{token}/hand-over': of(handOverInputs),
  'POST /reseller-invites': of(inviteInputs),
  'POST /joining/{providerId}/{inviteId}/{token}/authorize': of(joiningInputs),
  'POST /organization/agreement': of(agreementInputs),
  'POST /partnerships': of(partnershipInputs),
  'POST /partnerships/{id}/authorize': of(authorizationInputs),
  'PATCH /customers/{id}': of(descriptionInputs),
  'POST /customers/{id}/agreement': of(attestationInputs),
  'POST /customers/{id}/extend-relationship': of(extensionInputs),
  'POST /delegated-admin/relationships': fieldOfRequest,
  'PATCH /delegated-admin/relationships/{id}': fieldOfRequest,
  'POST /delegated-admin/relationships/{id}/send': of(mailInputs),
  'POST /delegated-admin/relationships/{id}/access-assignments': of(assignmentInputs),
  'PATCH /delegated-admin/relationships/{id}/access-assignments/{aid}': of(changeInputs),
  'POST /delegated-admin/templates': of(roleTemplateInputs),
  'PUT /delegated-admin/templates/{id}': of(roleTemplateInputs),
}

/** Pointers that no form has a field for, and what shows their problems. */
const elsewhere = {
  '/persona': 'a button each on the sign-in page',
  '/pretend': 'a button of the demo',
}

let world: World
let description: Description
beforeAll(async () => {
  world = await openWorld()
  description = (await (await world.guest('/openapi.json')).json()) as Description
})
afterAll(() => world.close())

/** Lists every pointer into a body of this schema with a value. */
function pointersOf(schema: Schema, at = ''): string[] {
  if (schema.$ref !== undefined) {
    const named = description.components.schemas[schema.$ref.split('/').at(-1) ?? '']
    return named ? pointersOf(named, at) : []
  }
  const parts = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((part) => pointersOf(part, at))
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => pointersOf(part, `${at}/${name}`))
  const items = schema.items ? pointersOf(schema.items, `${at}/0`) : []
  const all = [...parts, ...inner, ...items]
  return all.length === 0 ? [at] : schema.items ? [at, ...all] : all
}

function pointersInto(route: string): string[] {
  const [method = '', path = ''] = route.split(' ')
  const [content] = Object.values(description.paths[`/api${path}`]?.[method.toLowerCase()]?.requestBody?.content ?? {})
  return content ? pointersOf(content.schema) : []
}

it.each(Object.entries(forms))('%s: the form has a field for whatever the server may say', (route, fieldAt) => {
  const pointers = pointersInto(route)
  expect(pointers.length).toBeGreaterThan(0)
  expect(pointers.filter((pointer) => fieldAt(pointer) === undefined)).toEqual([])
})

it('a rule that names a pointer names one that a form has a field for', () => {
  const code = sourceFiles().filter(({ path }) => /^server\/app\/(?!.*(?:test|testing)).*\.ts$/.test(path))
  const naming = /(?:pointer(?::| =).*?|invalidField\()'(\/[^']*)'/g
  const named = code.flatMap(({ text }) => [...text.matchAll(naming)].map(([, pointer = '']) => pointer))
  expect(named.length).toBeGreaterThan(20)
  const isKnown = (pointer: string) => pointer in elsewhere || Object.values(forms).some((fieldAt) => fieldAt(pointer) !== undefined)
  expect([...new Set(named)].filter((pointer) => !isKnown(pointer))).toEqual([])
})
