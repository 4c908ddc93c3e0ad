import { readFile } from 'node:fs/promises'
import { decoded } from '../../server/node/mail/testing/mail-catcher.ts'
import { expect } from '../fixtures.ts'
import { test } from '../mail-fixtures.ts'
import { call, invite, resellerOf, signIn } from '../steps.ts'
import { wordsOf } from '../words.ts'

const journey = 'a provider mails an invitation, sees what became of it, and the customer follows its link'
test(journey, async ({ page, mail, signInAs, visitor, expectAccessible }) => {
  const say = await signInAs('provider.sales', '/')
  const card = page.getByRole('region', { name: say('mail-states.title'), exact: true })
  const send = async (email: string) => {
    const { id, link } = await invite(page, { customer: { companyName: 'Northwind Traders', email } })
    await page.goto(`/invitations/${id}`)
    await expect(card).toContainText(say('mail-states.none'))
    await expect(page.getByText(say('invitations.send.mail.hint', { email }))).toBeVisible()
    await page.getByRole('button', { name: say('invitations.send.mail'), exact: true }).click()
    await expect(page.getByText(say('invitations.send.mail.done'))).toBeVisible()
    await expect(card.getByRole('listitem')).toContainText(email)
    return link
  }

  await test.step('it is sent with one press, and the open page says so by itself', async () => {
    const link = await send('somebody@northwind.example')
    await expect(card.getByRole('listitem')).toContainText(say('mail-states.sent'))
    await expectAccessible(page)
    // Ignores notes to the scene's own people.
    const mails = mail.caught.filter(({ to }) => to === 'somebody@northwind.example')
    expect(mails).toHaveLength(1)
    const carried = /https?:\S+\/accept\/[\w-]{43}/.exec(decoded(mails[0]?.raw ?? ''))?.[0]
    expect(carried).toBe(link)
    const customer = await visitor('phone')
    await customer.goto(link)
    await expect(customer.getByRole('heading', { level: 1 })).toContainText('Contoso Distribution')
  })

  await test.step('a mail that was refused says what the mail server answered', async () => {
    await send('refused@northwind.example')
    const row = card.getByRole('listitem')
    await expect(row).toContainText(say('mail-states.refused'))
    await expect(row).toContainText(say('mail-states.server_said', { answer: '550 5.1.1 No such mailbox' }))
  })

  await test.step('one in doubt is explained, and is not sent again', async () => {
    await send('dropping@northwind.example')
    const row = card.getByRole('listitem')
    await expect(row).toContainText(say('mail-states.uncertain'))
    await expect(row).toContainText(say('mail-states.uncertain.hint'))
    await page.reload()
    await expect(row).toContainText(say('mail-states.uncertain.hint'))
    await expectAccessible(page)
    expect(mail.caught.filter(({ to }) => to.startsWith('dropping'))).toHaveLength(1)
  })
})

/** Decodes quoted-printable UTF-8. */
const readable = (raw: string): string => {
  const bytes = decoded(raw).replaceAll(/=([\dA-F]{2})/g, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

test('a message worked on in another language goes out in that alone, from whom the preview and the file name', async ({
  page, mail, signInAs, visitor,
}) => {
  await signInAs('provider.sales')
  const to = 'it@northwind.example'
  const customer = { companyName: 'Northwind Traders', email: to }
  const { id } = await invite(page, { delivery: 'via_reseller', resellerId: await resellerOf(page, 'Litware Resell'), customer })
  const reseller = await visitor()
  const say = await signIn(reseller, 'reseller.admin', `/invitations/${id}`)
  const de = wordsOf('de')
  await reseller.getByLabel(say('kit.language')).selectOption('de')
  const preview = reseller.getByRole('region', { name: say('invitations.new.preview') })
  const framed = preview.getByTitle(say('invitations.new.preview')).contentFrame()
  await expect(framed.getByText(de('mails.button'), { exact: true })).toBeVisible()
  const saidOf = (term: string) => preview.getByRole('term').filter({ hasText: term }).locator('..').getByRole('definition')
  const from = await saidOf(say('kit.preview.from')).first().textContent()
  const replyTo = await saidOf(say('kit.preview.reply_to')).textContent()
  const subject = await saidOf(say('kit.subject')).textContent()

  const [download] = await Promise.all([
    reseller.waitForEvent('download'), reseller.getByRole('button', { name: say('kit.eml') }).click(),
  ])
  const file = await readFile(await download.path(), 'utf8')
  for (const line of [`From: "${from}" <${replyTo}>`, `Reply-To: ${replyTo}`, 'Content-Language: de']) expect(file).toContain(line)

  await reseller.getByRole('button', { name: say('invitations.forward.title'), exact: true }).click()
  await expect(reseller.getByText(say('kit.send.queued'))).toBeVisible()
  const sent = () => mail.caught.find((each) => each.to === to)?.raw ?? ''
  await expect.poll(sent).toContain('Content-Language: de')
  const raw = readable(sent())
  for (const words of [`From: ${from} <tessera@contoso.example>`, `Reply-To: ${replyTo}`]) expect(sent()).toContain(words)
  for (const words of [de('mails.button'), '<html lang="de"', de('mails.invitation.review')]) expect(raw).toContain(words)
  expect(raw).toContain(`<title>${subject}</title>`)
  expect(raw).not.toContain(wordsOf('en')('mails.button'))
})

test('many are reminded at once: a mail to each whose turn it is, and for the others why not', async ({ page, mail, signInAs }) => {
  const say = await signInAs('provider.sales')
  const reseller = await resellerOf(page, 'Litware Resell')
  const to = (name: string) => ({ companyName: `Reminded ${name}`, email: `${name.toLowerCase()}@northwind.example` })
  const sent = await invite(page, { customer: to('Bakery') })
  await call(page, 'POST', `/api/invitations/${sent.id}/send`, {})
  await invite(page, { customer: to('Cinema'), delivery: 'via_reseller', resellerId: reseller })
  await invite(page, { customer: to('Dairy') })
  await expect.poll(() => mail.caught.some((each) => each.to === 'bakery@northwind.example')).toBe(true)
  const before = mail.caught.length

  await page.goto('/invitations?search=reminded')
  for (const name of ['Bakery', 'Cinema', 'Dairy'])
    await page.getByRole('checkbox', { name: say('chase.choose', { name: `Reminded ${name}` }), exact: true }).check()
  await page.getByRole('button', { name: say('chase.remind', { count: 2 }) }).click()
  const dialog = page.getByRole('dialog', { name: say('chase.remind.title', { count: 2 }) })
  await expect(dialog).toContainText(say('chase.remind.mails', { count: 2 }))
  await expect(dialog).toContainText(say('refusal.invitation.not_with_customer'))
  await dialog.getByRole('button', { name: say('chase.remind', { count: 2 }) }).click()

  const report = page.getByRole('dialog', { name: say('chase.remind.report') })
  for (const name of ['Bakery', 'Cinema'])
    await expect(report.getByRole('listitem').filter({ hasText: `Reminded ${name}` })).toContainText(say('reminders.send.done'))
  const left = report.getByRole('listitem').filter({ hasText: 'Reminded Dairy' })
  await expect(left).toContainText(say('refusal.invitation.not_with_customer'))
  await expect.poll(() => mail.caught.slice(before).filter((each) => each.to === 'bakery@northwind.example')).toHaveLength(1)
  await expect.poll(() => mail.caught.slice(before).some((each) => each.to.includes('litware'))).toBe(true)
  expect(mail.caught.filter((each) => each.to === 'dairy@northwind.example')).toEqual([])
})
