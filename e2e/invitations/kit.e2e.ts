import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { previewHtml } from '../../domain/mail/html.ts'
import { barriersOn } from '../barriers.ts'
import { expect, test } from '../fixtures.ts'
import { call, heading, invite, resellerOf, signIn } from '../steps.ts'
import { type Say, wordsOf } from '../words.ts'

test.use({ changes: true, permissions: ['clipboard-read', 'clipboard-write'] })

const customer = { companyName: 'Northwind Traders', email: 'it@northwind.example' }

const textOf = async (download: Download) => readFile(await download.path(), 'utf8')

/** Reads the clipboard by type. */
const copied = (page: Page, type: string) =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read()
    return item?.types.includes(wanted) ? (await item.getType(wanted)).text() : ''
  }, type)

/** Reads an .eml file as a mail program does. */
const bodiesOf = (eml: string): string[] =>
  [...eml.matchAll(/base64\r\n\r\n([\w+/=\r\n]+?)\r\n--/g)].map(([, body = '']) => Buffer.from(body, 'base64').toString('utf8'))

/** What axe asks of a page and of no frame in it. */
const ofWholePages = ['landmark-one-main', 'page-has-heading-one', 'region']

const preview = (page: Page, say: Say) => page.getByTitle(say('invitations.new.preview'))

test('a provider edits the message, cannot lose the link, and hands it over', async ({ page, signInAs, visitor, expectAccessible }) => {
  const say = await signInAs('provider.sales')
  const ko = wordsOf('ko')
  await page.goto('/invitations/new')
  await page.getByRole('radio', { name: say('invitations.new.who.named') }).check()
  await page.getByLabel(say('invitations.field.companyName')).fill(customer.companyName)
  await page.getByLabel(say('invitations.new.language')).selectOption('ko')
  await page.getByRole('button', { name: say('invitations.new.submit') }).click()
  const link = await page.getByLabel(say('invitations.made.link')).inputValue()
  const text = page.getByLabel(say('kit.text'), { exact: true })
  const framed = preview(page, say)
  const mail = framed.contentFrame()

  await test.step('what the customer reads is in the customer’s language, as it is written', async () => {
    await expect(text).toHaveValue(new RegExp(customer.companyName))
    await expect(mail.getByText(ko('mails.button'), { exact: true })).toBeVisible()
    await text.fill(`첫 문장입니다.\n\n${link}\n`)
    await page.getByLabel(say('kit.subject'), { exact: true }).fill('새 제목')
    await expect(mail.getByRole('paragraph').filter({ hasText: '첫 문장입니다.' })).toBeVisible()
    await expect(page.getByRole('definition').filter({ hasText: '새 제목' })).toBeVisible()
    await expect(mail.getByText(link, { exact: true })).toBeVisible()
  })

  await test.step('its page is as high as it is, on any screen, and readable in both themes', async () => {
    const beyond = () => framed.evaluate((frame: HTMLIFrameElement) => {
      const sent = frame.contentDocument?.documentElement
      return sent && [sent.scrollWidth - frame.clientWidth, sent.scrollHeight - frame.clientHeight, sent.offsetHeight - frame.offsetHeight]
    })
    const usual = page.viewportSize() ?? { width: 1280, height: 720 }
    await text.fill(`${'첫 문장입니다.'.repeat(40)}\n\n${'https://elsewhere.example/'.repeat(4)}\n\n${link}\n`)
    await expect(mail.getByText('https://elsewhere.example/')).toBeVisible()
    for (const size of [usual, { width: 320, height: 640 }, usual]) {
      await page.setViewportSize(size)
      await expect.poll(beyond).toEqual([0, 0, 0])
    }
    const sheet = await visitor()
    await sheet.setContent((await framed.getAttribute('srcdoc')) ?? '')
    for (const colorScheme of ['light', 'dark'] as const) {
      await sheet.emulateMedia({ colorScheme })
      expect((await barriersOn(sheet)).filter(({ id: rule }) => !ofWholePages.includes(rule)), colorScheme).toEqual([])
    }
    await sheet.close()
    await page.bringToFront()
    await text.fill(`첫 문장입니다.\n\n${link}\n`)
    await expect(mail.getByText('첫 문장입니다.', { exact: true })).toBeVisible()
  })

  await test.step('it is as dark as the page around it, and light on paper; keys pass it by', async () => {
    const ground = () => mail.locator(':root').evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await page.emulateMedia({ colorScheme: null })
    await page.getByRole('button', { name: say('app.theme') }).click()
    await page.getByRole('menuitemradio', { name: say('app.theme.dark') }).click()
    await expect.poll(ground).not.toBe(light)
    await page.emulateMedia({ media: 'print', colorScheme: null })
    await expect.poll(ground).toBe(light)
    await page.emulateMedia({ media: null })
    await page.getByRole('button', { name: say('app.theme') }).click()
    await page.getByRole('menuitemradio', { name: say('app.theme.system') }).click()
    await page.getByRole('button', { name: say('kit.undo') }).focus()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: say('kit.copy_rich') })).toBeFocused()
  })

  await test.step('without the link nothing can be copied, and one click brings it back', async () => {
    await text.fill('첫 문장입니다.')
    await expect(page.getByRole('alert').filter({ hasText: say('refusal.message.link_missing') })).toBeVisible()
    for (const id of ['kit.copy_rich', 'kit.copy_plain', 'kit.eml', 'invitations.open_in_mail'])
      await expect(page.getByRole('button', { name: say(id) })).toHaveAccessibleDescription(/BR-38/)
    await page.getByText(say('kit.links'), { exact: true }).click()
    await page.getByText(say('kit.chat'), { exact: true }).first().click()
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByRole('button', { name: say('kit.put_back') }).click()
    await expect(text).toHaveValue(`첫 문장입니다.\n\n${link}\n`)
    await expect(text).toBeFocused()
  })

  await test.step('it is copied as it looks and as plain text', async () => {
    await page.getByRole('button', { name: say('kit.copy_rich') }).click()
    await expect(page.getByRole('status').filter({ hasText: say('ui.copy.done') })).toBeVisible()
    expect(await copied(page, 'text/html')).toContain(`href="${link}"`)
    expect(await copied(page, 'text/plain')).toContain(link)
  })

  await test.step('the file holds the link in both of its forms, and the Korean subject', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say('kit.eml') }).click()])
    expect(download.suggestedFilename()).toBe('invitation.eml')
    const eml = await textOf(download)
    expect(eml).toContain(`Subject: =?UTF-8?B?${Buffer.from('새 제목').toString('base64')}?=`)
    const [plain, html = ''] = bodiesOf(eml)
    expect(plain).toBe(`첫 문장입니다.\r\n\r\n${link}\r\n`)
    expect(html).toContain(`href="${link}"`)
    expect(await framed.getAttribute('srcdoc')).toBe(previewHtml(html.replaceAll('\r\n', '\n')))
  })

  await test.step('the QR code can be read by eye and kept', async () => {
    await page.getByRole('button', { name: say('kit.qr') }).click()
    const dialog = page.getByRole('dialog', { name: say('kit.qr') })
    await expect(dialog.getByRole('img', { name: say('kit.qr.alt', { link }) })).toBeVisible()
    await expectAccessible(page)
    const [svg] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: say('kit.qr.svg') }).click()])
    expect((await textOf(svg)).replaceAll(/<\/text><text[^>]*>/g, '')).toContain(link)
    const [png] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: say('kit.qr.png') }).click()])
    expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe('PNG')
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('another language begins anew', async () => {
    await page.getByLabel(say('kit.language')).selectOption('de')
    await expect(text).toHaveValue(new RegExp(`${wordsOf('de')('mails.invitation.review')}\n${link}`))
    await expect(mail.getByText(wordsOf('de')('mails.button'), { exact: true })).toBeVisible()
  })

  await test.step('that it was sent is recorded, and nothing says that the portal sent it', async () => {
    await expect(page.getByText(say('kit.no_mail'))).toBeVisible()
    await page.getByRole('button', { name: say('invitations.send'), exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: say('invitations.send.done') })).toBeVisible()
  })
})

test('a template is what provider and reseller read, until it is taken back', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('provider.sales')
  const resellerId = await resellerOf(page, 'Litware Resell')
  const { id, link } = await invite(page, { delivery: 'via_reseller', resellerId, customer, language: 'de' })
  await page.goto('/invitations')
  await page.getByRole('link', { name: say('kit.templates') }).click()
  await expect(heading(page, say('kit.templates'))).toBeVisible()
  await page.getByLabel(say('kit.language')).selectOption('de')
  await expect(page.getByText(say('kit.templates.built_in')).first()).toBeVisible()
  const text = page.getByLabel(say('kit.text'), { exact: true })
  const save = page.getByRole('button', { name: say('kit.templates.save') })

  await text.fill('Guten Tag {customer}')
  await expect(save).toHaveAccessibleDescription(/BR-38/)
  await text.fill('Guten Tag {customer},\n\n{link}\n\n{price}')
  await expect(save).toHaveAccessibleDescription(/\{price\}/)
  await text.fill('Guten Tag {customer}, hier ist Ihr Link.\n\n{link}\n')
  await expect(preview(page, say).contentFrame().getByText('Guten Tag Northwind Traders, hier ist Ihr Link.')).toBeVisible()
  await save.click()
  await expect(page.getByText(say('kit.templates.own'), { exact: true })).toBeVisible()

  const reseller = await visitor()
  const toReseller = await signIn(reseller, 'reseller.admin', `/invitations/${id}`)
  const theirs = reseller.getByLabel(toReseller('kit.text'), { exact: true })
  await expect(theirs).toHaveValue(`Guten Tag Northwind Traders, hier ist Ihr Link.\n\n${link}\n`)
  await expect(reseller.getByText(toReseller('kit.hint.reseller', { provider: 'Contoso Distribution' }))).toBeVisible()
  await theirs.fill('Nur wir.')
  await expect(reseller.getByRole('alert').filter({ hasText: toReseller('refusal.message.link_missing') })).toBeVisible()
  await reseller.getByRole('button', { name: toReseller('kit.put_back') }).click()
  await expect(theirs).toHaveValue(`Nur wir.\n\n${link}\n`)
  await expect(reseller.getByRole('link', { name: toReseller('invitations.open_in_mail') })).toHaveAttribute(
    'href', new RegExp(`^mailto:it@northwind\\.example\\?.*${encodeURIComponent(link).replaceAll('.', '\\.')}`))

  await page.getByRole('button', { name: say('kit.templates.restore') }).click()
  const dialog = page.getByRole('dialog', { name: say('kit.templates.restore') })
  await expect(dialog).toContainText(say('kit.templates.restore.changes', { language: 'Deutsch' }))
  await dialog.getByRole('button', { name: say('kit.templates.restore') }).click()
  await expect(page.getByText(say('kit.templates.built_in'), { exact: true })).toBeVisible()
  await expect(text).toHaveValue(/\{link\}/)
})

test('a reseller and a colleague without the role are told why they have no templates', async ({ page, signInAs, visitor }) => {
  const say = await signInAs('reseller.admin', '/invitations/templates')
  await expect(heading(page, say('kit.templates'))).toBeVisible()
  await expect(page.getByText(say('refusal.invitation.reseller_cannot_create'))).toBeVisible()
  const colleague = await visitor()
  const toColleague = await signIn(colleague, 'provider.helpdesk', '/invitations/templates')
  await expect(colleague.getByText(toColleague('refusal.invitation.needs_admin_or_sales_agent'))).toBeVisible()
  await expect(call(colleague, 'GET', '/api/message-templates')).rejects.toThrow(/403/)
})
