import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gdapStatuses } from '../../../../domain/gdap/states.ts'
import { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { linkMark } from '../../../../domain/mail/mail.ts'
import type { Problem } from '../../../../domain/problem.ts'
import { giveSubscription } from '../../testing/bought.ts'
import { giveGdap } from '../../testing/gdap.ts'
import { companies, organizationId, type Person, tenantId } from '../../testing/people.ts'
import { type Call, giveCustomer, openWorld, type World } from '../../testing/world.ts'

const at = '/delegated-admin/relationships'
const email = 'admin@tailspin.example'
const tailspin = { tenantId: tenantId('tailspin'), displayName: companies.tailspin.name }
const problemOf = async (answer: Response) => {
  const { code, rule, errors } = (await answer.json()) as Problem
  return [answer.status, code, rule, errors?.map(({ pointer, code: why }) => `${pointer} ${why}`).join()]
}

describe('a request handed to the customer', () => {
  let world: World
  let agent: Call
  let number = 0
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('provider.admin')
    await giveCustomer(world.db, 'contoso', tailspin.tenantId, tailspin.displayName, 'reseller', { country: 'KR' })
  })
  afterAll(() => world.close())

  const given = async (changes: Parameters<typeof giveGdap>[2] = {}) => {
    const made = await giveGdap(world.db, 'contoso', {
      status: 'approvalPending', customer: tailspin, displayName: `Request-${(number += 1)}`, ...changes,
    })
    return { id: made.id, link: `https://portal.example/approve/${made.id}` }
  }
  const message = (id: string, as = agent, query = '') => as(`${at}/${id}/message${query}`)
  const send = (id: string, json: object = { email }, as = agent, headers = {}) => as(`${at}/${id}/send`, { json, headers })
  const read = async (id: string, as = agent) => GdapRelationshipDetail.parse(await (await as(`${at}/${id}`)).json())
  const carried = (id: string) =>
    world.db
      .selectFrom('gdap_mails')
      .innerJoin('outbox', (join) => join.onRef('outbox.organization_id', '=', 'gdap_mails.partner_id').onRef('outbox.id', '=', 'mail_id'))
      .selectAll('outbox')
      .where('relationship_id', '=', id)
      .orderBy('outbox.id')
      .execute()

  describe('its message', () => {
    it('is in the language of the customer’s country, or another that is asked for, with the link whole', async () => {
      const { id, link } = await given()
      const own = InvitationMessage.parse(await (await message(id)).json())
      expect([own.language, own.link, own.text.split('\n').includes(link), own.button]).toEqual(['ko', link, true, '검토하고 승인하기'])
      const german = await (await message(id, agent, '?language=de')).json()
      expect(german).toMatchObject({ language: 'de', link, button: 'Prüfen und genehmigen' })
      expect((await message(id, agent, '?language=xx')).status).toBe(422)
    })

    it('is in the sender’s language where nothing is known of the customer', async () => {
      const open = await given({ customer: null })
      const outside = await given({ customer: { tenantId: tenantId('lucerne'), displayName: tenantId('lucerne') } })
      for (const { id } of [open, outside]) expect(await (await message(id)).json()).toMatchObject({ language: 'en' })
    })
  })

  it.each<[string, Person, number, string]>([
    ['BR-77 a Sales agent', 'provider.sales', 403, 'gdap.needs_admin_agent'],
    ['BR-77 a Helpdesk agent', 'provider.helpdesk', 403, 'gdap.needs_admin_agent'],
    ['the customer that was asked', 'customer.globaladmin', 403, 'gdap.not_yours'],
    ['another partner', 'direct.admin', 404, 'gdap.not_found'],
    ['another customer', 'newcustomer.globaladmin', 404, 'gdap.not_found'],
  ])('is neither read nor sent by %s', async (_who, person, status, code) => {
    const { id } = await given()
    const as = await world.as(person)
    for (const answer of [await message(id, as), await send(id, { email }, as)])
      expect((await problemOf(answer)).slice(0, 2)).toEqual([status, code])
    expect(await carried(id)).toEqual([])
  })

  it('is neither read nor sent by the provider that made it for its reseller, nor by nobody', async () => {
    const made = await giveGdap(world.db, 'litware', {
      status: 'approvalPending', customer: tailspin, displayName: 'By-provider', indirectProviderTenantId: tenantId('contoso'),
    })
    for (const answer of [await message(made.id), await send(made.id)]) expect((await problemOf(answer))[1]).toBe('gdap.not_yours')
    expect((await read(made.id)).mails).toEqual([])
    for (const answer of [await message(made.id, world.guest), await send(made.id, { email }, world.guest)]) expect(answer.status).toBe(401)
    expect((await (await world.as('reseller.admin'))(`${at}/${made.id}/message`)).status).toBe(200)
  })

  it.each(gdapStatuses.filter((status) => status !== 'approvalPending'))('BR-79 is neither read nor sent once it is %s', async (status) => {
    const { id } = await given({ status, since: world.now().toISOString() })
    for (const answer of [await message(id), await send(id)])
      expect((await problemOf(answer)).slice(0, 3)).toEqual([409, 'gdap.nothing_to_hand_over', 'BR-79'])
    expect(await carried(id)).toEqual([])
  })

  it('goes out in the portal’s words, with a mark where the link goes, and is told to its partner alone', async () => {
    const { id, link } = await given()
    const before = await read(id)
    const written = InvitationMessage.parse(await (await message(id)).json())
    const answer = await send(id)
    expect(answer.status).toBe(200)
    const detail = GdapRelationshipDetail.parse(await answer.json())
    const [mail, ...rest] = await carried(id)
    expect(rest).toEqual([])
    expect(mail).toMatchObject({
      organization_id: organizationId('contoso'), kind: 'approval', intent: `approval/${id}/${mail?.id}`, to_address: email, language: 'ko',
      subject: written.subject, body: written.text.replace(link, linkMark), reply_to: 'provider.admin@contoso.example', state: 'queued',
      from_name: 'Contoso Distribution',
    })
    const queued = { state: 'queued', at: mail?.at, attempts: 0, response: null }
    expect(detail.mails).toEqual([{ id: mail?.id, kind: 'approval', to: email, ...queued }])
    expect(detail.history.at(-1)).toMatchObject({ action: 'sent', by: 'Person provider.admin' })
    expect(await read(id)).toEqual(detail)
    expect([detail.etag, detail.status, detail.lastModifiedDateTime]).toEqual([before.etag, 'approvalPending', before.lastModifiedDateTime])
    const ofCustomer = await read(id, await world.as('customer.globaladmin'))
    expect([ofCustomer.mails, ofCustomer.advice, ofCustomer.history.map(({ action }) => action)]).toEqual([[], [], []])
  })

  it('goes out as it was edited, in another language, also with Microsoft’s own link beside', async () => {
    const { id, link } = await given()
    const { microsoftLink } = await read(id)
    const text = `Привет!\r\n\r\n${link}\n\n${microsoftLink} ${linkMark}`
    expect((await send(id, { email, language: 'ru', subject: 'Права', text })).status).toBe(200)
    await send(id, { email, language: 'de' })
    expect(await carried(id)).toMatchObject([
      { language: 'ru', subject: 'Права', body: `Привет!\n\n${linkMark}\n\n${microsoftLink} ` }, { language: 'de' },
    ])
  })

  it('is sent once for one key, and every time without one', async () => {
    const { id } = await given()
    const headers = { 'Idempotency-Key': crypto.randomUUID() }
    const answers = await Promise.all([1, 2, 3].map(() => send(id, { email }, agent, headers)))
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
    expect(await carried(id)).toHaveLength(1)
    expect((await problemOf(await send(id, { email: 'x@y.example' }, agent, headers)))[1]).toBe('idempotency.mismatch')
    await Promise.all([send(id), send(id)])
    expect(await carried(id)).toHaveLength(3)
  })

  it('is not sent for a version that is no longer there', async () => {
    const { id } = await given()
    expect((await problemOf(await send(id, { email }, agent, { 'If-Match': '"7"' })))[0]).toBe(412)
    expect(await carried(id)).toEqual([])
    expect((await send(id, { email }, agent, { 'If-Match': '"1"' })).status).toBe(200)
  })

  const rule = 'BR-38'
  it.each<[string, (link: string) => Record<string, unknown>, unknown[]]>([
    ['BR-38 a text without the link', () => ({ text: 'Hello' }), [422, 'message.link_missing', rule, '/text message.link_missing']],
    ['BR-38 a link that goes on', (link) => ({ text: `${link}1` }), [422, 'message.link_missing', rule, '/text message.link_missing']],
    [
      'BR-38 its id behind another address', (link) => ({ text: `${link} https://x.example/${link.slice(-73)}` }),
      [422, 'message.link_altered', rule, '/text message.link_altered'],
    ],
    ['BR-38 the link as subject', (link) => ({ subject: link }), [422, 'message.link_altered', rule, '/subject message.link_altered']],
    ['no address', () => ({ email: undefined }), [422, 'request.invalid', undefined, '/email field.required']],
    ['two addresses', () => ({ email: 'a@b.example, c@d.example' }), [422, 'request.invalid', undefined, '/email field.bad_email']],
    ['a header in the address', () => ({ email: 'a@b.example\nBcc: c' }), [422, 'request.invalid', undefined, '/email field.bad_email']],
    ['a language that nobody speaks here', () => ({ language: 'xx' }), [422, 'request.invalid', undefined, '/language field.not_one_of']],
    ['an unknown field', () => ({ html: '<b>' }), [422, 'request.invalid', undefined, '/html field.unknown']],
  ])('is refused: %s', async (_what, changes, expected) => {
    const { id, link } = await given()
    expect(await problemOf(await send(id, { email, ...changes(link) }))).toEqual(expected)
    expect(await carried(id)).toEqual([])
  })

  it('says a subject of two lines on one', async () => {
    const { id } = await given()
    expect((await send(id, { email, subject: 'a\r\nBcc: x@y.z' })).status).toBe(200)
    expect(await carried(id)).toMatchObject([{ subject: 'a Bcc: x@y.z' }])
  })

  it('is known to be answered or gone when its turn to leave comes', async () => {
    const { id } = await given()
    await send(id)
    const mails = () => world.db.selectFrom('outbox').selectAll().where('state', '=', 'sending').execute()
    await world.db.updateTable('outbox').set({ state: 'sent' }).where('id', 'not in', (await carried(id)).map((mail) => mail.id)).execute()
    const later = (minutes: number) => new Date(world.now().getTime() + minutes * 60_000).toISOString()
    expect(await world.store.outbox.claim(later(1), later(2))).toMatchObject({ requestId: id, requested: { status: 'approvalPending' } })
    await world.db.updateTable('gdap_relationships').set({ status: 'approved' }).where('id', '=', id).execute()
    const held = await world.store.outbox.claim(later(3), later(4))
    expect(held).toMatchObject({ kind: 'approval', requested: { status: 'approved' } })
    if (held) await world.store.outbox.refused(held, 'no_longer_open', later(3))
    expect([await mails(), (await read(id)).mails[0]?.response]).toEqual([[], 'no_longer_open'])
    const news = await world.db.selectFrom('changes').selectAll().where('change', '=', 'mail_refused').execute()
    expect(news).toMatchObject([{ organization_id: organizationId('contoso'), noun: 'delegated-admin', noun_id: id }])
  })

  it('BR-92, BR-99, BR-101 comes with what its partner should know of the customer', async () => {
    const { id } = await given()
    expect((await read(id)).advice).toEqual([])
    await giveSubscription(world.db, tailspin.tenantId, 'contoso', { channel: 'ea' })
    expect((await read(id)).advice).toEqual(['not_for_enterprise_agreement'])
    const outside = await given({ customer: { tenantId: tenantId('northwind'), displayName: 'Northwind' }, status: 'active' })
    expect((await read(outside.id)).advice).toEqual(['no_reseller_relationship', 'nobody_has_access'])
    expect((await read(outside.id, await world.as('newcustomer.globaladmin'))).advice).toEqual([])
  })
})

describe('on a host that sends no mail', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ sendsMail: false })
  })
  afterAll(() => world.close())

  it('an edited text is looked at, sending is recorded and nothing is written to the outbox', async () => {
    const agent = await world.as('provider.admin')
    const { id } = await giveGdap(world.db, 'contoso', { status: 'approvalPending', customer: tailspin })
    expect((await agent(`${at}/${id}/send`, { json: { email, text: 'no link' } })).status).toBe(422)
    const sent = GdapRelationshipDetail.parse(await (await agent(`${at}/${id}/send`, { json: { email } })).json())
    expect([sent.mails, sent.history.map(({ action }) => action)]).toEqual([[], ['sent']])
    expect(await world.db.selectFrom('outbox').selectAll().execute()).toEqual([])
    const [event] = await world.db.selectFrom('audit_events').selectAll().where('action', '=', 'gdap.sent')
      .where('refused', 'is', null).execute()
    expect(event).toMatchObject({ organization_id: organizationId('contoso'), details: { email } })
  })
})
