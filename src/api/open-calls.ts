import { presentTime } from '../i18n/present-time.ts'
import { keptWork, keepWork, onWorkForgotten, personNow } from './tabs/kept-work.ts'
import { isProblem, type ProblemError } from './problem-error.ts'

/** What of a write makes it the same one again; everything else of it may differ. */
type Content = { body?: unknown; query?: unknown; ifMatch?: string | undefined }

/** A write as it was sent, to which no final answer has come. */
type OpenCall<Options> = { key: string; content: string; options: Options }

const calls = new Map<string, OpenCall<unknown> & { person: string }>()

let forgets = false

/** Begun with the first call that is kept: every page loads this, and nothing of it may depend on what else is loaded already. */
function forgetWithWork(): void {
  if (forgets) return
  forgets = true
  onWorkForgotten((isTheirs) => {
    for (const [subject, { person }] of calls) if (isTheirs(person)) calls.delete(subject)
  })
}

export const contentOf = ({ body, query, ifMatch }: Content): string => JSON.stringify([body, query, ifMatch])

/** What outlives the page of a call that no final answer has come to: its key, and prints of its address and content, never these. */
type Left = { subject: string; content: string; key: string; at: number }

const work = 'open-calls'
const mostLeft = 50
/** Milliseconds; far below what the server keeps an answer for (`keptFor` in server/store/sql/prune.ts). */
const leftFor = 12 * 60 * 60 * 1000

/** The keys of this page's own calls: what is under way here was not left behind. */
const own = new Set<string>()

const allLeft = (person: string): Left[] =>
  (keptWork<Left[]>(work, person) ?? []).filter(({ at }) => presentTime() - at < leftFor)

/** 53 bits of a text, by the public-domain function cyrb53: to know it again, not to keep it safe. */
function printOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36)
}

/**
 * The open call of this method at this address, one at most, of whoever is signed in now and on whatever page it was made: `begin` it
 * before it is sent, `keep` it as long as its outcome is not known, so that the same content goes out under the same key, and `close` it
 * then. One that a page left behind when it was loaded anew is the same as long as its content is, whatever version its row has by now.
 */
export function callTo<Options extends Content & { method?: string }>(path: string, given: Options) {
  const person = personNow()
  const subject = JSON.stringify([person, given.method, path])
  const prints = { subject: printOf(subject), content: printOf(JSON.stringify([given.body, given.query])) }
  const leave = (change: (others: Left[], before: Left | undefined) => Left[]) => {
    if (person === '') return
    const all = allLeft(person)
    const left = change(all.filter((each) => each.subject !== prints.subject), all.find((each) => each.subject === prints.subject))
    keepWork(work, person, left.length > 0 ? left.slice(-mostLeft) : undefined)
  }
  const leftBehind = (): OpenCall<Options> | undefined => {
    const left = allLeft(person).find((each) => each.subject === prints.subject)
    const isSame = left?.content === prints.content && !own.has(left.key)
    return isSame ? { key: left.key, content: contentOf(given), options: given } : undefined
  }
  const refuse = () => leave((others) => others)
  return {
    open: (calls.get(subject) as OpenCall<Options> | undefined) ?? leftBehind(),
    begin: (key: string): void => {
      leave((others, before) => [...others, { ...prints, key, at: before?.key === key ? before.at : presentTime() }])
      own.add(key)
    },
    keep: (options: Options & { idempotencyKey: string }): void => {
      forgetWithWork()
      calls.set(subject, { key: options.idempotencyKey, content: contentOf(options), options, person })
    },
    close: (): void => {
      calls.delete(subject)
      refuse()
    },
    /** It came to nothing, which says nothing of an earlier one. */
    refuse,
  }
}

/** Says something of whoever calls or how it came, before any work is looked at: nothing of what became of an earlier sending. */
export const isBeforeWork = (error: unknown): error is ProblemError =>
  isProblem(error) && ([401, 408, 413, 429].includes(error.problem.status) || error.problem.code.startsWith('session.'))
