import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const localesDir = join(import.meta.dirname, '../locales')
/** Nouns whose words only the server says. */
const serverOnly = ['mails.json', 'problems.json', 'roles.json', 'rule-statements.json']
/** What pages outside the shell may say, by the beginning of the id; a customer who follows a link on a phone fetches nothing else. */
const publicIds = ['app.', 'ui.', 'session.', 'acceptance.', 'refusal.acceptance.']
/** What begins like them and is said inside the shell alone, or hardly ever. */
const insideIds = ['acceptance.receipt.', 'app.nav', 'session.not_kept.']
/** What begins like them and is said to whoever has signed in to answer an invitation, or cannot answer it. */
const answerIds = [
  'acceptance.accept', 'acceptance.agreement.', 'acceptance.answered.', 'acceptance.aside.', 'acceptance.ask_', 'acceptance.checking.',
  'acceptance.dap.', 'acceptance.declin', 'acceptance.ended', 'acceptance.hand_over.', 'acceptance.not_arrived', 'acceptance.question.',
  'acceptance.refused.', 'acceptance.stands.', 'acceptance.unknown.', 'refusal.acceptance.',
]
/** What the shell and the customer list say, the first that a partner opens. */
const listIds = ['app.nav', 'grid.', 'customers.', 'refusal.customer.', 'refusal.import.', 'refusal.invitation.']
/** What begins like them and is said by a customer's own page alone. */
const customerIds = ['customers.closed.', 'customers.detail.']
/** What begins like them and is said by the import, and wherever else a list is read from a file. */
const importIds = ['customers.import.']
/** What begins like them and is said on the customer list: the way to the import, and how far it is. */
const importNoticeIds = ['asked', 'failed_short', 'finished', 'progress', 'running', 'show', 'title', 'waiting']
  .map((end) => `customers.import.${end}`)
/** What the screens of granular rights and of DAP say, and no other. */
const gdapIds = [
  'approval.', 'dap.', 'delegated-admin.', 'gdap-board.', 'gdap-message.', 'gdap-requests.', 'my-partners.', 'role-templates.',
]
/** What only the demo build says: how it starts, and what its browser does not keep. */
const demoIds = ['demo.']

const begins = (id: string, beginnings: readonly string[]) => beginnings.some((beginning) => id.startsWith(beginning))

function partOf(id: string) {
  if (begins(id, answerIds)) return 'answer'
  if (begins(id, publicIds) && !begins(id, insideIds)) return 'public'
  if (begins(id, demoIds)) return 'demo'
  if (begins(id, gdapIds)) return 'delegated-admin'
  if (begins(id, importIds) && !importNoticeIds.includes(id)) return 'import'
  return begins(id, listIds) && !begins(id, customerIds) ? 'portal' : 'more'
}

/**
 * Compiles ICU messages at build time into seven parts: `virtual:words/public` for the pages outside the shell, `…/answer` for answering an
 * invitation, `…/portal` for the customer list and what surrounds every page, `…/import` for lists read from files, `…/delegated-admin` for
 * the screens of admin rights, `…/demo` for the demo build, `…/more` for the rest. Whatever `locales/<lang>/*.json` holds for the browser
 * is in one of them. A part fetches each language, `virtual:words/<lang>/<part>`, when it is spoken.
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
          if (partOf(message) !== part) continue
          if (message in compiled) this.error(`${message} is defined twice; the second time in ${file}`)
          try {
            // Tokens also where they are one text: what Lingui finds as a string it takes for a message that nobody compiled, and warns.
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
