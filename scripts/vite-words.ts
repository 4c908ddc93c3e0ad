import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const localesDir = join(import.meta.dirname, '../locales')
/** Nouns whose messages only the server uses. */
const serverOnly = ['mails.json', 'problems.json', 'roles.json', 'rule-statements.json']
/** Id prefixes of pages outside the shell; a customer with a link on a phone fetches nothing else. */
const publicIds = ['app.', 'ui.', 'acceptance.', 'refusal.acceptance.']
/** Exceptions that only the shell uses, or hardly anybody. */
const insideIds = ['acceptance.receipt.', 'app.clock_held', 'app.nav', 'session.not_kept.', 'ui.dialog.cancel', 'ui.total.']
/** Exceptions for readers who have signed in to answer an invitation, or cannot answer it. */
const answerIds = [
  'acceptance.accept', 'acceptance.agreement.', 'acceptance.answered.', 'acceptance.aside.', 'acceptance.ask_', 'acceptance.checking.',
  'acceptance.dap.', 'acceptance.declin', 'acceptance.ended', 'acceptance.hand_over.', 'acceptance.not_arrived', 'acceptance.question.',
  'acceptance.refused.', 'acceptance.stands.', 'acceptance.stop', 'acceptance.unknown.', 'refusal.acceptance.',
]
/** Prefixes of the shell and the customer list, a partner's first page. */
const listIds = [
  'app.clock_held', 'app.nav', 'ui.total.', 'grid.', 'customers.', 'refusal.customer.', 'refusal.import.', 'refusal.invitation.',
]
/** Exceptions that only a customer's own page uses. */
const customerIds = ['customers.closed.', 'customers.detail.']
/** Exceptions of imports and other lists from files. */
const importIds = ['customers.import.']
/** Import messages that the customer list shows: the way to the import, and its progress. */
const importNoticeIds = ['asked', 'failed_short', 'finished', 'progress', 'running', 'show', 'title', 'waiting']
  .map((end) => `customers.import.${end}`)
/** Prefixes of the GDAP and DAP screens alone. */
const gdapIds = [
  'approval.', 'dap.', 'delegated-admin.', 'gdap-board.', 'gdap-message.', 'gdap-requests.', 'my-partners.', 'role-templates.',
]
/** Prefixes of the pages where people sign in. */
const signInIds = ['session.']
/** Prefixes of the screens about one's own organisation. */
const organizationIds = ['organization.', 'people.', 'refusal.people.', 'notices.', 'refusal.notice.', 'webhooks.', 'refusal.webhook.']
/** Prefixes of the page where a reseller joins a provider. */
const joiningIds = ['joining.', 'refusal.joining.']
/** Prefixes of the audit screen alone. */
const auditIds = ['audit.', 'refusal.audit.']
/** Prefixes of the command palette and the help for keys. */
const paletteIds = ['palette.']
/** Prefixes of the demo build: its start, and what its browser does not keep. */
const demoIds = ['demo.']

const begins = (id: string, beginnings: readonly string[]) => beginnings.some((beginning) => id.startsWith(beginning))

function partOf(id: string) {
  if (begins(id, answerIds)) return 'answer'
  if (begins(id, publicIds) && !begins(id, insideIds)) return 'public'
  if (begins(id, demoIds)) return 'demo'
  if (begins(id, paletteIds)) return 'palette'
  if (begins(id, signInIds) && !begins(id, insideIds)) return 'sign-in'
  if (begins(id, joiningIds)) return 'joining'
  if (begins(id, auditIds)) return 'audit'
  if (begins(id, gdapIds)) return 'delegated-admin'
  if (begins(id, organizationIds)) return 'organization'
  if (begins(id, importIds) && !importNoticeIds.includes(id)) return 'import'
  return begins(id, listIds) && !begins(id, customerIds) ? 'portal' : 'more'
}

/** The portal's pages speak of what public pages do, too, and fetch one file for both. */
const isIn = (part: string, own: string) => own === part || (part === 'portal' && own === 'public')

/**
 * Compiles ICU messages at build time into twelve parts: `virtual:words/public` for pages outside the shell, `…/answer` for answering an
 * invitation, `…/portal` for the shell, the customer list and all that is public, `…/import` for lists from files, `…/delegated-admin` for
 * admin rights, `…/joining` for a reseller's invitation, `…/organization` for one's own organisation, `…/audit` for the audit screen,
 * `…/sign-in` for signing in, `…/palette` for the command palette, `…/demo` for the demo, `…/more` for the rest; every browser message is
 * in one. A part fetches its languages, `virtual:words/<lang>/<part>`, on demand.
 */
export const words = (): Plugin => ({
  name: 'words',
  resolveId: { filter: { id: /^virtual:words\// }, handler: (id) => `\0${id}.js` },
  load: {
    filter: { id: /^\0virtual:words\// },
    handler(id) {
      const [part = '', lang] = id.slice('\0virtual:words/'.length, -'.js'.length).split('/').toReversed()
      if (lang === undefined) {
        const languages = readdirSync(localesDir).map((each) => `'${each}': () => import('virtual:words/${each}/${part}')`)
        return `export default { ${languages.join(', ')} }`
      }
      const dir = join(localesDir, lang)
      const compiled: Record<string, unknown> = {}
      for (const name of readdirSync(dir).filter((file) => file.endsWith('.json') && !serverOnly.includes(file))) {
        const file = join(dir, name)
        this.addWatchFile(file)
        for (const [message, text] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)) {
          if (!isIn(part, partOf(message))) continue
          if (message in compiled) this.error(`${message} is defined twice; the second time in ${file}`)
          try {
            // Always tokens: Lingui takes a plain string for an uncompiled message and warns.
            compiled[message] = compileMessageOrThrow(text)
          } catch (error) {
            this.error(`${message} in ${file}: ${String(error)}`)
          }
        }
      }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))})`
    },
  },
})
